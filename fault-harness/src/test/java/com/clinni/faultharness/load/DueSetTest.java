package com.clinni.faultharness.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueSetTest {

    private static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");

    @TempDir Path directory;

    @Test
    void what_was_acknowledged_is_found_again_after_the_harness_died() throws Exception {
        var file = directory.resolve("due.jsonl");
        try (var due = new DueSet(file)) {
            due.add(due("r-1"));
            due.add(due("r-2"));
            due.withdraw(List.of(due("r-2")), NOON);
        }
        Files.writeString(file, "{\"reminderId\":\"r-3", StandardOpenOption.APPEND);

        try (var again = new DueSet(file)) {
            assertThat(again.all())
                    .containsExactlyInAnyOrder(due("r-1"), due("r-2").withdrawn(NOON));
        }
    }

    private static RecordedReminder due(String reminder) {
        var clinic = Clinic.of("test", Policy.WHATSAPP_IN_QUIET_HOURS, 0, NOON);
        var patient = new Patient("p-1", Patient.NAME, "+34600000001", null);
        return new RecordedReminder(reminder, "a-1", clinic, patient, NOON, NOON, null);
    }
}

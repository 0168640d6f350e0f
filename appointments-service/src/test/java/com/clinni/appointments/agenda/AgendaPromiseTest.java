package com.clinni.appointments.agenda;

import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.agenda.AgendaUpload.load;
import static com.clinni.appointments.agenda.AgendaUpload.sum;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The promise of an import, on files that chance wrote. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class AgendaPromiseTest {

    private static final int FILES = 6;

    @Inject MutableClock clock;

    @BeforeEach
    void three_days_before() {
        clock.set("2026-11-22T09:00:00Z");
    }

    @RepeatedTest(4)
    void every_line_is_counted_once_and_the_counts_add_up_to_the_files_lines(RepetitionInfo run) {
        var random = new RandomAgenda(run.getCurrentRepetition());
        var clinic = clinic();
        for (var i = 0; i < FILES; i++) {
            var header = random.header();
            var lines = random.anything(header);

            var report = load(clinic, header, String.join("\n", lines));

            var said = lines.stream().filter(line -> !line.replace(';', ' ').isBlank()).count();
            assertThat(report.getInt("lines")).as("%s", lines).isEqualTo((int) said);
            assertThat(sum(report)).as("%s", lines).isEqualTo((int) said);
            assertThat(report.<Integer>getList("results.line"))
                    .doesNotHaveDuplicates()
                    .hasSize((int) said - report.getInt("continued"));
        }
    }

    @RepeatedTest(4)
    void no_patient_inherits_the_visit_of_another_and_no_visit_is_booked_twice(RepetitionInfo run) {
        var random = new RandomAgenda(1_000 + run.getCurrentRepetition());
        var clinic = clinic();
        var patients = new HashMap<String, String>();
        for (var i = 0; i < FILES; i++) {
            var header = random.header();
            var lines = random.visits(header);
            var file = String.join("\n", lines);

            var report = load(clinic, header, file);
            var again = load(clinic, header, file);

            check(report, lines, patients);
            check(again, lines, patients);
            assertThat(again.getInt("unchanged") + again.getInt("skipped"))
                    .as("%s\n%s", header, file)
                    .isEqualTo(lines.size());
        }
    }

    private static void check(JsonPath report, List<String> lines, Map<String, String> patients) {
        for (var result : report.<Map<String, Object>>getList("results")) {
            var id = (String) result.get("appointmentId");
            if (id != null) {
                var patient = lines.get((Integer) result.get("line") - 2).split(";")[3];
                assertThat(patients.putIfAbsent(id, patient)).as("%s", lines).isIn(null, patient);
            }
        }
    }
}

package com.clinni.testbed.simulator.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.simulator.whatsapp.ReceivedWhatsApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir Path directory;

    @Test
    public void entries_survive_and_keep_their_order() {
        try (var ledger = open()) {
            ledger.append(received("uno"));
            ledger.append(received("dós\nlíneas"));
        }
        try (var ledger = open()) {
            assertThat(ledger.entries()).containsExactly(received("uno"), received("dós\nlíneas"));
        }
    }

    @Test
    public void a_line_cut_short_by_a_crash_is_dropped_and_the_next_one_is_whole()
            throws Exception {
        try (var ledger = open()) {
            ledger.append(received("uno"));
        }
        Files.writeString(file(), "{\"at\":\"2026", StandardOpenOption.APPEND);
        try (var ledger = open()) {
            ledger.append(received("dos"));
        }
        try (var ledger = open()) {
            assertThat(ledger.entries()).containsExactly(received("uno"), received("dos"));
        }
    }

    private Ledger<ReceivedWhatsApp> open() {
        return new Ledger<>(file(), ReceivedWhatsApp.class);
    }

    private Path file() {
        return directory.resolve("record.jsonl");
    }

    private static ReceivedWhatsApp received(String text) {
        return new ReceivedWhatsApp(NOW, "+34600000123", text, "id");
    }
}

package com.clinni.appointments.agenda.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ImportTurnsTest {

    private final ImportTurns turns = new ImportTurns(1, Duration.ofMillis(50));

    @Test
    void a_file_that_finds_no_turn_in_time_is_not_read() {
        var nested = turns.take(() -> turns.take(() -> "read while another is"));

        assertThat(nested).contains(Optional.empty());
    }

    @Test
    void a_file_waits_for_its_turn() {
        var patient = new ImportTurns(1, Duration.ofSeconds(30));
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var first =
                CompletableFuture.supplyAsync(
                        () ->
                                patient.take(
                                        () -> {
                                            begun.countDown();
                                            await(mayEnd);
                                            return "first";
                                        }));
        await(begun);
        var second = CompletableFuture.supplyAsync(() -> patient.take(() -> "second"));
        mayEnd.countDown();

        assertThat(first.join()).contains("first");
        assertThat(second.join()).contains("second");
    }

    @Test
    void a_file_that_cannot_be_read_leaves_its_turn_to_the_next() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                turns.take(
                                        () -> {
                                            throw new IllegalStateException();
                                        }));

        assertThat(turns.take(() -> "next")).contains("next");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

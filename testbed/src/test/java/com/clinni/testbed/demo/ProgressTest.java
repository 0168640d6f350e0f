package com.clinni.testbed.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A demo that waits for its system, while that is there and while it is being stopped. */
class ProgressTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));

    @AfterEach
    void not_interrupted() {
        Thread.interrupted();
    }

    @Test
    void who_is_ended_waits_no_longer_and_does_not_say_that_the_system_will_come_back() {
        assertThatThrownBy(
                        () ->
                                progress.await(
                                        "everything",
                                        LIMIT,
                                        ProgressTest::nobodyAnswers,
                                        () -> {
                                            Thread.currentThread().interrupt();
                                            return !nobodyAnswers().isEmpty();
                                        }))
                .hasMessage("The demo was ended before it was over.");
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void who_is_ended_asks_no_further_either() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> progress.persist(LIMIT, ProgressTest::nobodyAnswers))
                .hasMessage("The demo was ended before it was over.");
    }

    private static String nobodyAnswers() {
        throw new UncheckedIOException(new IOException("no answer"));
    }
}

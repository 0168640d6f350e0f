package com.clinni.events;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The beginning or the end of an outage of a line. The end repeats everything that the beginning
 * said, so that either can be used without the other.
 *
 * @param line the WhatsApp number, by its name
 * @param endedAt none while it lasts
 * @param cause why it began: the name of a {@link Cause}, or {@code PAUSED} by a person
 */
public record OutageChanged(String line, Instant beganAt, @Nullable Instant endedAt, String cause)
        implements Event {

    @Override
    public String topic() {
        return Topics.OUTAGE_CHANGED;
    }

    @Override
    public String key() {
        return line;
    }

    @Override
    public String id(int generation) {
        return line + ":" + beganAt + ":" + (endedAt == null ? "began" : "ended");
    }

    @Override
    public Optional<String> contradiction() {
        return endedAt != null && endedAt.isBefore(beganAt)
                ? Optional.of("endedAt")
                : Optional.empty();
    }
}

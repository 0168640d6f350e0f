package com.clinni.whatsapp.line;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Slows a line down after an outage: it begins with a quarter of its rate and comes back to all of
 * it step by step: a number that suddenly writes to hundreds after hours of silence gets banned.
 *
 * @param backAt when the line's last outage ended
 * @param length how long it takes; never longer than the outage was
 */
public record Ramp(@Nullable Instant backAt, Duration length) {

    private static final double LEAST = 0.25;

    public static Ramp after(@Nullable Instant backAt, Duration away, Duration longest) {
        return new Ramp(backAt, away.compareTo(longest) < 0 ? away : longest);
    }

    /** What part of the line's rate may be used. */
    public double share(Instant now) {
        return LEAST + (1 - LEAST) * progress(now);
    }

    /** How much sending time is still lost by going slowly. */
    public Duration delay(Instant now) {
        var left = 1 - progress(now);
        return multiplied(length, (1 - LEAST) * left * left / 2);
    }

    /** The line's interval, as long as it is now. */
    public Duration stretched(Duration interval, Instant now) {
        return multiplied(interval, 1 / share(now));
    }

    private double progress(Instant now) {
        if (backAt == null || !length.isPositive()) {
            return 1;
        }
        var elapsed = Duration.between(backAt, now).toMillis();
        return Math.clamp((double) elapsed / length.toMillis(), 0, 1);
    }

    private static Duration multiplied(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}

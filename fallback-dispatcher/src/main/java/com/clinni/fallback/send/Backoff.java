package com.clinni.fallback.send;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Decides when a message is tried again. */
record Backoff(List<Duration> pauses) {

    /**
     * After so many attempts; where that would be too late, half-way to it, so that the time that
     * is left is used.
     */
    Instant after(int attempts, Instant now, Instant sendBefore) {
        var again = now.plus(pauses.get(Math.clamp(attempts - 1L, 0, pauses.size() - 1)));
        return again.isBefore(sendBefore)
                ? again
                : now.plus(Duration.between(now, sendBefore).dividedBy(2));
    }
}

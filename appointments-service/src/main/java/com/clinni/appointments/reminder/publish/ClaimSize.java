package com.clinni.appointments.reminder.publish;

import java.time.Duration;

/**
 * Decides how many due rows to claim, and when. Whoever cancels waits for the rows that are held
 * while Kafka does not acknowledge, so trouble makes claims small and rare, and success large
 * again.
 */
final class ClaimSize {

    private static final int FACTOR = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final int most;
    private int size;
    private Duration pause = Duration.ZERO;
    private long failedAt;

    ClaimSize(int most) {
        this.most = most;
        this.size = most;
    }

    boolean mayClaim(long nanoTime) {
        return nanoTime - failedAt >= pause.toNanos();
    }

    int now() {
        return size;
    }

    void succeeded() {
        size = Math.min(most, size * FACTOR);
        pause = Duration.ZERO;
    }

    void failed(long nanoTime) {
        size = 1;
        var longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        failedAt = nanoTime;
    }
}

package com.clinni.testbed.run;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a process to be ready, and says what for; gives up when the process is dead. */
record ReadinessWait(LocalProcess.Watcher watcher, BooleanSupplier stopping) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    void until(LocalProcess process, BooleanSupplier ready) throws InterruptedException {
        var begun = System.nanoTime();
        var nextLine = begun + BETWEEN_LINES.toNanos();
        while (!ready.getAsBoolean()) {
            if (stopping.getAsBoolean()) {
                throw new StartFailure("The start was interrupted.");
            }
            if (!process.isAlive()) {
                throw new StartFailure(
                        "%s ended before it was ready: look at the end of %s."
                                .formatted(process.name(), process.log()));
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new StartFailure(
                        "%s is not ready after %d s: look at the end of %s."
                                .formatted(process.name(), PATIENCE.toSeconds(), process.log()));
            }
            if (System.nanoTime() > nextLine) {
                watcher.say("waiting for " + process.name());
                nextLine += BETWEEN_LINES.toNanos();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}

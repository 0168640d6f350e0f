package com.clinni.faultharness.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Says once a minute how far a repetition is, until it is closed. */
final class Progress implements AutoCloseable {

    private static final long EVERY_SECONDS = 60;

    private final String what;
    private final IntSupplier due;
    private final PrintStream out;
    private final long begun = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

    Progress(String what, IntSupplier due, PrintStream out) {
        this.what = what;
        this.due = due;
        this.out = out;
        // a line less is no harm
        var _ =
                clock.scheduleAtFixedRate(
                        this::say, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void say() {
        var minutes = Duration.ofNanos(System.nanoTime() - begun).toMinutes();
        out.printf("  %s: %d due so far, %d min%n", what, due.getAsInt(), minutes);
    }
}

package com.clinni.testbed.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Moves the clocks of all services and simulators together, forwards only. */
public final class ShiftedClock {

    private final Path file;
    private final Clock moved;

    public ShiftedClock(Path directory) {
        file = directory.resolve(MovedClock.FILE);
        moved = MovedClock.in(directory, Clock.systemUTC());
    }

    /** How far ahead of the machine's clock the system lives. */
    public Duration ahead() {
        return MovedClock.read(file, Duration.ZERO);
    }

    /** The system's time. */
    public Instant now() {
        return Clock.systemUTC().instant().plus(ahead());
    }

    /** The system's clock, for who needs one. */
    public Clock clock() {
        return moved;
    }

    /** Lives so far ahead from now on; returns when every clock shows it. */
    public void advanceTo(Duration ahead) throws InterruptedException {
        if (ahead.compareTo(ahead()) < 0) {
            throw new IllegalArgumentException("Time does not go back.");
        }
        try {
            Files.createDirectories(file.getParent());
            var unfinished = Files.createTempFile(file.getParent(), "clock", ".new");
            Files.writeString(unfinished, ahead.toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.sleep(MovedClock.LAG.multipliedBy(2));
    }

    public void advanceBy(Duration more) throws InterruptedException {
        advanceTo(ahead().plus(more));
    }
}

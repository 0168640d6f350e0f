package com.clinni.testbed.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Another clock, ahead by what the file {@code clock} says; looked up every few milliseconds. */
public final class MovedClock extends Clock {

    static final String FILE = "clock";

    /** How long after the file's change the last clock shows it. */
    static final Duration LAG = Duration.ofMillis(50);

    private static volatile @Nullable Path directory;

    private final Clock real;
    private final Path file;
    private volatile Duration ahead = Duration.ZERO;
    private volatile long readAt = System.nanoTime() - LAG.toNanos();

    private MovedClock(Clock real, Path file) {
        this.real = real;
        this.file = file;
    }

    static void watch(Path told) {
        directory = told;
    }

    /** Called by the services, with the clock of the machine. */
    public static Clock of(Clock real) {
        var told = directory;
        return told == null ? real : in(told, real);
    }

    /** As the file in this directory says. */
    public static Clock in(Path directory, Clock real) {
        return new MovedClock(real, directory.resolve(FILE));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovedClock(real.withZone(zone), file);
    }

    private Duration ahead() {
        var now = System.nanoTime();
        if (now - readAt >= LAG.toNanos()) {
            readAt = now;
            ahead = read(file, ahead);
        }
        return ahead;
    }

    static Duration read(Path file, Duration otherwise) {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : otherwise;
        } catch (IOException | DateTimeParseException e) {
            return otherwise;
        }
    }
}

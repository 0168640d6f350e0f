package com.clinni.testbed.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves only when a test says so. It tells the time in UTC. */
public final class MutableClock extends Clock {

    private volatile Instant now;

    /** A clock that stands at that moment. */
    public MutableClock(Instant now) {
        this.now = now;
    }

    /** The same, as ISO 8601 writes it. */
    public static MutableClock at(String instant) {
        return new MutableClock(Instant.parse(instant));
    }

    /** Moves it on, or back. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Sets it to a moment as ISO 8601 writes it. */
    public void set(String instant) {
        set(Instant.parse(instant));
    }

    /** Sets it. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** A clock of another zone that moves with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        var utc = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return utc.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return utc.withZone(other);
            }
        };
    }
}

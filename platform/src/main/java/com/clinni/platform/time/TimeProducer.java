package com.clinni.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * The one place that reads the machine's clock: everybody else is given it.
 *
 * <p>It ticks in microseconds, which is what PostgreSQL keeps; JSON keeps any. A finer instant
 * would be rounded when it is stored: what is read back would differ from what was published, and
 * could lie in the future. A coarser one would give steps of one message the same time.
 */
class TimeProducer {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }

    @Produces
    @Singleton
    Stopwatch stopwatch() {
        return System::nanoTime;
    }
}

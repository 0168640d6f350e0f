package com.clinni.reminders;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Replaces the system clock in every {@code @QuarkusTest}. */
class TestTime {

    @Mock
    @Produces
    @Singleton
    Clock clock() {
        return Clock.fixed(Instant.parse("2030-03-05T15:30:00Z"), ZoneOffset.UTC);
    }
}

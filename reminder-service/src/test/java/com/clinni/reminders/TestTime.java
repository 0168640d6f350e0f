package com.clinni.reminders;

import com.clinni.testbed.clock.MutableClock;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Replaces the system clock in every {@code @QuarkusTest}. */
class TestTime {

    @Mock
    @Produces
    @Singleton
    MutableClock clock() {
        return MutableClock.at("2030-03-05T15:30:00Z");
    }
}

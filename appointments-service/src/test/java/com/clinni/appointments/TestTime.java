package com.clinni.appointments;

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
        return MutableClock.at("2027-03-01T09:00:00Z");
    }
}

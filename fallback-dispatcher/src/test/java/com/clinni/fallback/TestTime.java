package com.clinni.fallback;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Replaces the system clock in every {@code @QuarkusTest}. */
class TestTime {

    @Mock
    @Produces
    @Singleton
    MutableClock clock() {
        return new MutableClock();
    }
}

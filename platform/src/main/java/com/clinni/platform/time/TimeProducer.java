package com.clinni.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one place that reads the machine's clocks: everybody else is given them. */
class TimeProducer {

    @Produces
    @Singleton
    Stopwatch stopwatch() {
        return System::nanoTime;
    }
}

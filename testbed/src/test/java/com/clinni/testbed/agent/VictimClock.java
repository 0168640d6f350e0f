package com.clinni.testbed.agent;

import java.time.Clock;

/** Stands for a service's clock, under the name that one has. */
public final class VictimClock {

    private VictimClock() {}

    public static Clock clock() {
        return Clock.systemUTC();
    }
}

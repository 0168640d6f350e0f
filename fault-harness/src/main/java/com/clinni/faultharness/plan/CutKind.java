package com.clinni.faultharness.plan;

import com.clinni.testbed.fault.Fault;
import java.time.Duration;

/** Every way in which a link can be in trouble. */
public enum CutKind {
    LATENCY(new Fault.Latency(Duration.ofMillis(400), Duration.ofMillis(300))),
    SLOW(new Fault.Slow(4_000)),
    HALF_OPEN(Fault.HALF_OPEN),
    RESET(Fault.RESET),
    REFUSED(Fault.REFUSE),
    CUT_TO_SERVER(Fault.CUT_TO_SERVER),
    CUT_TO_CLIENT(Fault.CUT_TO_CLIENT);

    private final Fault onTheLink;

    CutKind(Fault onTheLink) {
        this.onTheLink = onTheLink;
    }

    public Fault onTheLink() {
        return onTheLink;
    }
}

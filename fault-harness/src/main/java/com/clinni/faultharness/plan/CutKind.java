package com.clinni.faultharness.plan;

import com.clinni.testbed.fault.LinkFault;
import java.time.Duration;

/** The kinds of trouble that a link can be in. */
public enum CutKind {
    LATENCY(new LinkFault.Latency(Duration.ofMillis(400), Duration.ofMillis(300))),
    SLOW(new LinkFault.Slow(4_000)),
    HALF_OPEN(LinkFault.Plain.HALF_OPEN),
    RESET(LinkFault.Plain.RESET),
    REFUSED(LinkFault.Plain.REFUSE),
    CUT_TO_SERVER(LinkFault.Plain.CUT_TO_SERVER),
    CUT_TO_CLIENT(LinkFault.Plain.CUT_TO_CLIENT);

    private final LinkFault onTheLink;

    CutKind(LinkFault onTheLink) {
        this.onTheLink = onTheLink;
    }

    public LinkFault onTheLink() {
        return onTheLink;
    }
}

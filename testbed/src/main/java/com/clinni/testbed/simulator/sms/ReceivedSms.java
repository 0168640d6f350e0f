package com.clinni.testbed.simulator.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An SMS on a patient's phone, with the parts it was billed as and the sender's own reference. */
public record ReceivedSms(
        Instant at,
        String to,
        String text,
        int segments,
        String id,
        @Nullable String from,
        String reference) {

    @Override
    public String toString() {
        return "ReceivedSms[" + at + ", " + reference + "]";
    }
}

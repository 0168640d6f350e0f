package com.clinni.testbed.simulator.whatsapp;

import java.time.Instant;

/** A message on a patient's phone. The id is the gateway's, the number is E.164. */
public record ReceivedWhatsApp(Instant at, String to, String text, String id) {

    @Override
    public String toString() {
        return "ReceivedWhatsApp[" + at + "]";
    }
}

package com.clinni.whatsapp.line;

import com.clinni.whatsapp.gateway.SendOutcome;

/** Carries an outcome that counts against the line past the breaker, which counts exceptions. */
final class LineTrouble extends RuntimeException {

    private final transient SendOutcome outcome;

    LineTrouble(SendOutcome outcome) {
        super("the line is in trouble", null, false, false);
        this.outcome = outcome;
    }

    SendOutcome outcome() {
        return outcome;
    }
}

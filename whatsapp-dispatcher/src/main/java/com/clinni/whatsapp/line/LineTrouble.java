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

    /** Whether an outcome says that the line, not the message, is at fault. */
    static boolean isIn(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(_) -> false;
            case SendOutcome.NotSent(var reason, _) -> reason.isLineTrouble();
            case SendOutcome.InDoubt(_) -> true;
        };
    }
}

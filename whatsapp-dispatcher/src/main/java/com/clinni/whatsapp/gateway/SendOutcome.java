package com.clinni.whatsapp.gateway;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The outcome of one attempt to send. Nothing else can happen, and the compiler knows. */
public sealed interface SendOutcome {

    /** The gateway took the message; its id is what a delivery receipt will quote. */
    record Accepted(String gatewayMessageId) implements SendOutcome {}

    /**
     * Certainly not sent. Whether trying again can help is the reason's business.
     *
     * @param retryAfter how long the gateway asked us to wait
     */
    record NotSent(NotSentReason reason, @Nullable Duration retryAfter) implements SendOutcome {

        public NotSent(NotSentReason reason) {
            this(reason, null);
        }
    }

    /** It may be on the patient's phone or not: nothing is repeated before we know. */
    record InDoubt(String observation) implements SendOutcome {

        private static final Pattern ANSWERED = Pattern.compile("status-(4\\d\\d|500)");

        /**
         * Whether the gateway itself answered, with an error: it lives, and the trouble may be this
         * recipient's own.
         */
        public boolean mayBeOfRecipient() {
            return ANSWERED.matcher(observation).matches();
        }
    }
}

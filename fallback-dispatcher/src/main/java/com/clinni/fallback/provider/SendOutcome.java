package com.clinni.fallback.provider;

import com.clinni.events.Cause;
import org.jspecify.annotations.Nullable;

/** The outcome of one attempt to send. The cases are exhaustive, so every switch handles each. */
public sealed interface SendOutcome {

    /**
     * The provider took the message.
     *
     * @param providerId what the provider calls it
     */
    record Accepted(String providerId) implements SendOutcome {}

    /**
     * Certainly not sent.
     *
     * @param cause if we tried at all
     * @param mayPass whether the same attempt may succeed later
     */
    record NotSent(@Nullable Cause cause, boolean mayPass) implements SendOutcome {

        /** We did not even try: too little time was left. It says nothing about the provider. */
        public static final NotSent HELD_BACK = new NotSent(null, true);

        /** The provider is in trouble: later may be better. */
        public static NotSent forNow(Cause cause) {
            return new NotSent(cause, true);
        }

        /** Trying again changes nothing. */
        public static NotSent forGood(Cause cause) {
            return new NotSent(cause, false);
        }
    }

    /** The patient may have it or not: nothing is repeated before we know. */
    record InDoubt(String observation) implements SendOutcome {}
}

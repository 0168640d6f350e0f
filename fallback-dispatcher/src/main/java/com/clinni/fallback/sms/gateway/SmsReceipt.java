package com.clinni.fallback.sms.gateway;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt: what a provider reports later about an SMS that it accepted.
 *
 * @param messageId our reference where the provider quotes it
 * @param providerId the provider's id, where it is quoted
 */
public record SmsReceipt(@Nullable UUID messageId, @Nullable String providerId, State state) {

    /** What became of the SMS. */
    public enum State {
        /** The phone has it. */
        DELIVERED,
        /** It will not get there. */
        FAILED
    }

    /** Whether anybody can tell which SMS it is about. */
    public boolean namesAMessage() {
        return messageId != null || providerId != null;
    }
}

package com.clinni.whatsapp.intake;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state that a message begins in when it arrives: most wait to be sent, some can never be. */
record Admission(DeliveryState state, @Nullable Cause cause, @Nullable String detail) {

    private static final Admission WAITING = new Admission(DeliveryState.WAITING, null, null);

    /**
     * What we were told about a message before it came.
     *
     * @param withdrawnBecause why it was withdrawn
     * @param optedOut whether its number opted out of its line
     */
    record Refusal(@Nullable String withdrawnBecause, boolean optedOut) {

        static final Refusal NONE = new Refusal(null, false);

        /** Its patient was erased since it was made. */
        static final Refusal ERASED = new Refusal("erased", false);
    }

    /**
     * Decides.
     *
     * @param refusal what we were told before it came
     * @param allowed E.164 numbers that may be written to; empty means every number
     */
    static Admission of(MessageReady message, Refusal refusal, Set<String> allowed) {
        var recipient = message.recipient();
        if (refusal.withdrawnBecause() != null) {
            return new Admission(DeliveryState.WITHDRAWN, null, refusal.withdrawnBecause());
        }
        if (refusal.optedOut()) {
            return suppressed("opted-out");
        }
        if (recipient.optedOutOf(Channel.WHATSAPP)) {
            return suppressed("opted-out-of-whatsapp");
        }
        if (message.content().whatsapp() == null || message.content().whatsapp().isBlank()) {
            return dead(Cause.TEMPLATE_DATA_MISSING);
        }
        if (recipient.phone() == null) {
            var why = recipient.noPhoneBecause();
            return dead(why == null ? Cause.NO_ADDRESS : why);
        }
        if (!allowed.isEmpty() && !allowed.contains(recipient.phone().e164())) {
            return suppressed("not-on-allow-list");
        }
        return WAITING;
    }

    private static Admission suppressed(String why) {
        return new Admission(DeliveryState.SUPPRESSED, null, why);
    }

    private static Admission dead(Cause cause) {
        return new Admission(DeliveryState.DEAD, cause, null);
    }
}

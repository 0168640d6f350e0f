package com.clinni.whatsapp.intake;

import com.clinni.events.Channel;
import com.clinni.events.MessageReady;

/**
 * The reach of a message's fallback, as the message itself tells it: which addresses its patient
 * has and wants to be written to. A fallback that nobody can receive is none.
 */
final class FallbackReach {

    private FallbackReach() {}

    /** Whether something could take the message's place. */
    static boolean of(MessageReady message) {
        return switch (message.clinic().fallback()) {
            case NONE -> false;
            case EMAIL -> byEmail(message);
            case SMS -> bySms(message) || byEmail(message);
        };
    }

    private static boolean byEmail(MessageReady message) {
        var recipient = message.recipient();
        return recipient.email() != null
                && message.content().email() != null
                && !recipient.optedOutOf(Channel.EMAIL);
    }

    private static boolean bySms(MessageReady message) {
        var recipient = message.recipient();
        return recipient.phone() != null
                && message.content().sms() != null
                && !recipient.optedOutOf(Channel.SMS);
    }
}

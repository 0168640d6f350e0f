package com.clinni.fallback.deadletter;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.Recipient;
import com.clinni.events.contact.MaskedContact;
import com.clinni.fallback.deadletter.DeadLetterLinks.Links;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as the HTTP API shows it. Contact data is masked.
 *
 * @param recipient to whom it was to go, if that can be read
 * @param topic where it died, and where a replay sends it
 * @param cause why it stands where it does
 * @param diedOf why its first channel gave it up
 * @param channel the channel in use or last used
 * @param inTime whether sending it could still be of use
 * @param replayOf the dead letter that it was before it was sent again
 * @param replayedAs the dead letter that it became, where it died again
 * @param replayId the replay by which a person sent it again
 */
record DeadLetterView(
        UUID id,
        @Nullable MaskedContact recipient,
        String topic,
        @Nullable Cause cause,
        @Nullable Cause diedOf,
        @Nullable String field,
        DeliveryState state,
        @Nullable String clinicId,
        @Nullable String appointmentId,
        @Nullable UUID reminderId,
        int generation,
        @Nullable Channel channel,
        @Nullable Instant diedAt,
        @Nullable Instant sendBefore,
        boolean inTime,
        boolean possibleDuplicate,
        @Nullable UUID replayOf,
        @Nullable UUID replayedAs,
        @Nullable UUID replayId) {

    static DeadLetterView of(
            DeadLetter letter, @Nullable Recipient recipient, Links links, Instant now) {
        return new DeadLetterView(
                letter.id,
                masked(recipient),
                letter.topic,
                letter.cause,
                letter.diedOf,
                letter.field,
                letter.state,
                letter.clinicId,
                letter.appointmentId,
                letter.reminderId,
                letter.generation,
                letter.channel,
                letter.diedAt,
                letter.sendBefore,
                letter.sendBefore == null || now.isBefore(letter.sendBefore),
                letter.possibleDuplicate,
                links.replayOf(),
                links.replayedAs(),
                links.replayId());
    }

    private static @Nullable MaskedContact masked(@Nullable Recipient recipient) {
        if (recipient == null) {
            return null;
        }
        var phone = recipient.phone();
        var email = recipient.email();
        return MaskedContact.of(
                null, phone == null ? null : phone.e164(), email == null ? null : email.address());
    }
}

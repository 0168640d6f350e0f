package com.clinni.fallback.deadletter;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import java.time.Instant;
import java.util.UUID;

/**
 * A dead letter as the HTTP API shows it. Never contact data.
 *
 * @param topic where it died, and where a replay sends it
 * @param cause why it stands where it does
 * @param diedOf why its first channel gave it up
 * @param channel the channel in use or last used, or null
 * @param inTime whether sending it could still be of use
 */
record DeadLetterView(
        UUID id,
        String topic,
        Cause cause,
        Cause diedOf,
        String field,
        DeliveryState state,
        String clinicId,
        String appointmentId,
        UUID reminderId,
        int generation,
        Channel channel,
        Instant diedAt,
        Instant sendBefore,
        boolean inTime,
        boolean possibleDuplicate) {

    static DeadLetterView of(DeadLetter letter, Instant now) {
        return new DeadLetterView(
                letter.id,
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
                letter.possibleDuplicate);
    }
}

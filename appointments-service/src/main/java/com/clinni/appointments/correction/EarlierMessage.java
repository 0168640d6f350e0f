package com.clinni.appointments.correction;

import com.clinni.events.MessageReady;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message about a visit that was sent, or may yet arrive.
 *
 * @param version the visit's, of which it speaks
 * @param startsAt the start it names, if it is from after that was kept
 * @param byEmail whether it went by e-mail, and not by hand
 */
record EarlierMessage(
        long version,
        String kind,
        @Nullable Instant startsAt,
        boolean byEmail,
        DeliveryKnowledge fate) {

    boolean tellsOfCancellation() {
        return kind.equals(MessageReady.CANCELLATION);
    }
}

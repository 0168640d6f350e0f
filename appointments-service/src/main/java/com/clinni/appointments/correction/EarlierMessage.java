package com.clinni.appointments.correction;

import com.clinni.events.MessageReady;
import java.time.Instant;

/**
 * A message about a visit that was sent, or may yet arrive.
 *
 * @param version the visit's, of which it speaks
 * @param startsAt the start it names; null when it is from before that was kept
 */
record EarlierMessage(long version, String kind, Instant startsAt, DeliveryKnowledge fate) {

    boolean tellsOfCancellation() {
        return kind.equals(MessageReady.CANCELLATION);
    }
}

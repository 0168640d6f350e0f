package com.clinni.appointments.correction;

import com.clinni.events.MessageReady;
import java.time.Instant;

/**
 * Something that was said of a visit, or may yet be.
 *
 * @param version the visit's, of which it speaks
 * @param startsAt the start it names; null when it is from before that was kept
 */
record EarlierMessage(long version, String kind, Instant startsAt, DeliveryKnowledge fate) {

    boolean tellsOfCancellation() {
        return kind.equals(MessageReady.CANCELLATION);
    }
}

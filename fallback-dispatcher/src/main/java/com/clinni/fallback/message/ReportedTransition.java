package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.kafka.Publication;
import java.time.Instant;

/**
 * A transition, as it is reported to whoever follows the message.
 *
 * @param isDelivery false for a record that only spoke of a message: what becomes of the record
 *     says nothing about the message
 * @param segments what an SMS was billed as, where this says that the provider took it; else null
 */
record ReportedTransition(
        boolean isDelivery,
        RecordSubject subject,
        int sequence,
        Instant at,
        DeliveryState state,
        Channel channel,
        int attempts,
        Cause cause,
        String detail,
        boolean possibleDuplicate,
        Integer segments) {

    private static final String SOURCE = "/clinni/fallback-dispatcher";

    Publication publication() {
        return Publication.of(
                new DeliveryReported(
                        subject.reminderId(),
                        subject.appointmentId(),
                        subject.appointmentVersion(),
                        subject.clinicId(),
                        subject.generation(),
                        sequence,
                        at,
                        state,
                        channel,
                        attempts,
                        cause,
                        detail,
                        possibleDuplicate,
                        segments),
                SOURCE,
                at,
                subject.generation());
    }
}

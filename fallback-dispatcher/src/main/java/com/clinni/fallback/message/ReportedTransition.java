package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.kafka.Publication;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transition, as it is reported to whoever follows the message.
 *
 * @param isDelivery false for a record that only spoke of a message: what becomes of the record
 *     says nothing about the message
 * @param segments what an SMS was billed as, where this says that the provider took it
 */
record ReportedTransition(
        boolean isDelivery,
        RecordSubject subject,
        int sequence,
        Instant at,
        DeliveryState state,
        @Nullable Channel channel,
        int attempts,
        @Nullable Cause cause,
        @Nullable String detail,
        boolean possibleDuplicate,
        @Nullable Integer segments) {

    private static final String SOURCE = "/clinni/fallback-dispatcher";

    /** Of a delivery, where somebody can be told what becomes of it. */
    Optional<Publication> publication() {
        var reminder = subject.reminderId();
        var appointment = subject.appointmentId();
        var clinic = subject.clinicId();
        if (!isDelivery || reminder == null || appointment == null || clinic == null) {
            return Optional.empty();
        }
        var reported =
                new DeliveryReported(
                        reminder,
                        appointment,
                        subject.appointmentVersion(),
                        clinic,
                        subject.generation(),
                        sequence,
                        at,
                        state,
                        channel,
                        attempts,
                        cause,
                        detail,
                        possibleDuplicate,
                        segments);
        return Optional.of(Publication.of(reported, SOURCE, at, subject.generation()));
    }
}

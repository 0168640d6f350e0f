package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.kafka.Publication;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transition, as it is reported to whoever follows the message.
 *
 * @param reportedAs the id under which it is told; none for a record that only spoke of a message:
 *     what becomes of the record says nothing about the message
 * @param segments what an SMS was billed as, where this says that the provider took it
 * @param field what is wrong with another service's event, where that is what this says
 */
record ReportedTransition(
        @Nullable UUID reportedAs,
        RecordSubject subject,
        int sequence,
        Instant at,
        DeliveryState state,
        @Nullable Channel channel,
        int attempts,
        @Nullable Cause cause,
        @Nullable String detail,
        boolean possibleDuplicate,
        @Nullable Integer segments,
        @Nullable String field) {

    private static final String SOURCE = "/clinni/fallback-dispatcher";

    /** The report; empty where there is nobody to tell, because no id of theirs is known. */
    Optional<Publication> publication() {
        var appointment = subject.appointmentId();
        if (reportedAs == null || appointment == null) {
            return Optional.empty();
        }
        var reported =
                new DeliveryReported(
                        reportedAs,
                        appointment,
                        subject.appointmentVersion(),
                        Objects.requireNonNullElse(
                                subject.clinicId(), DeliveryReported.UNKNOWN_CLINIC),
                        subject.generation(),
                        sequence,
                        at,
                        state,
                        channel,
                        attempts,
                        cause,
                        detail,
                        possibleDuplicate,
                        segments,
                        null,
                        null);
        return Optional.of(
                Publication.of(reported.atField(field), SOURCE, at, subject.generation()));
    }
}

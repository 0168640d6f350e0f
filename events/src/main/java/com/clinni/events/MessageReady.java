package com.clinni.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rendered message that waits to be sent. It travels on whatsapp-ready when the clinic's channel
 * is WhatsApp, on direct-ready when it is e-mail or SMS.
 *
 * @param kind what the message is about, e.g. {@link #REMINDER}, {@link #MOVED}
 * @param appointmentId the visit it is about; of a message about no visit, its requester's id
 * @param appointmentVersion the visit's; 0 when the message is about no visit
 * @param startsAt when the visit starts; none when the message is about no visit
 * @param durationMinutes none when not known
 * @param sendBefore from this instant on the message is worthless
 * @param templateVersion which version of the clinic's own texts was rendered; 0 is the house's
 *     text, none in events from before clinics had their own
 */
public record MessageReady(
        UUID reminderId,
        String kind,
        String appointmentId,
        long appointmentVersion,
        @Nullable Instant startsAt,
        @Nullable Integer durationMinutes,
        Instant dueAt,
        Instant sendBefore,
        Clinic clinic,
        Recipient recipient,
        Content content,
        @Nullable Integer templateVersion)
        implements Event {

    /** The kind of a message about an appointment to come. */
    public static final String REMINDER = "reminder";

    /** The kind of a message that tells of a visit's new hour. */
    public static final String MOVED = "visit-moved";

    /** The kind of a message that tells of a visit that will not be. */
    public static final String CANCELLATION = "visit-cancelled";

    /** Whether it speaks of a visit, which may be moved or cancelled. */
    @JsonIgnore
    public boolean isAboutVisit() {
        return appointmentVersion > 0;
    }

    @Override
    public Optional<String> contradiction() {
        return isAboutVisit() == (startsAt != null) ? Optional.empty() : Optional.of("startsAt");
    }

    @Override
    public String topic() {
        return clinic.channel() == Channel.WHATSAPP ? Topics.WHATSAPP_READY : Topics.DIRECT_READY;
    }

    @Override
    public String key() {
        return appointmentId;
    }

    @Override
    public String id(int generation) {
        return reminderId + ":" + generation;
    }
}

package com.clinni.events;

import com.clinni.events.kafka.CloudEventHeaders;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transition of a message. Consumers order the reports about one message by generation, then
 * sequence: a lower pair never overwrites what a higher one said.
 *
 * @param appointmentId the visit the message is about; of a requested message, its requester's id
 * @param appointmentVersion the visit's; 0 when about none, or not known
 * @param generation 1 when first rendered, one more for each replay and each hand-back
 * @param sequence counts a generation's transitions; see {@link #FALLBACK_SEQUENCE_BASE}
 * @param channel the channel it is about, if any
 * @param attempts how often sending was tried so far on that channel
 * @param cause why, where there is a why
 * @param detail a short stable word for the history, never patient data
 * @param possibleDuplicate whether the patient may see this message twice
 * @param segments how many segments an SMS was billed as, on the transition that says that the
 *     provider took it
 * @param field the dotted name of the field or header of another service's event that cannot be
 *     used as it is; never a value of it
 * @param pointer the same field as a JSON pointer (RFC 6901) into that event's value
 */
public record DeliveryReported(
        UUID reminderId,
        String appointmentId,
        long appointmentVersion,
        String clinicId,
        int generation,
        int sequence,
        Instant at,
        DeliveryState state,
        @Nullable Channel channel,
        int attempts,
        @Nullable Cause cause,
        @Nullable String detail,
        boolean possibleDuplicate,
        @Nullable Integer segments,
        @Nullable String field,
        @Nullable String pointer)
        implements Event {

    /** A transition by which no SMS was billed. */
    public DeliveryReported(
            UUID reminderId,
            String appointmentId,
            long appointmentVersion,
            String clinicId,
            int generation,
            int sequence,
            Instant at,
            DeliveryState state,
            @Nullable Channel channel,
            int attempts,
            @Nullable Cause cause,
            @Nullable String detail,
            boolean possibleDuplicate) {
        this(
                reminderId,
                appointmentId,
                appointmentVersion,
                clinicId,
                generation,
                sequence,
                at,
                state,
                channel,
                attempts,
                cause,
                detail,
                possibleDuplicate,
                null,
                null,
                null);
    }

    /**
     * fallback-dispatcher numbers from here, whatsapp-dispatcher from 1, so that the order of
     * sequences is the order of the hops without either asking the other.
     */
    public static final int FALLBACK_SEQUENCE_BASE = 1_000_000;

    /** The clinic of a report about an event that does not say which clinic it is about. */
    public static final String UNKNOWN_CLINIC = "unknown";

    /**
     * The same report, saying where in another service's event the fault is.
     *
     * @param faulty the dotted name of a field or the name of a header; none or empty text where no
     *     field is to blame
     */
    public DeliveryReported atField(@Nullable String faulty) {
        var named = faulty == null || faulty.isEmpty() ? null : faulty;
        return new DeliveryReported(
                reminderId,
                appointmentId,
                appointmentVersion,
                clinicId,
                generation,
                sequence,
                at,
                state,
                channel,
                attempts,
                cause,
                detail,
                possibleDuplicate,
                segments,
                named,
                named == null || isHeader(named) ? null : "/" + named.replace('.', '/'));
    }

    /** A header has no place in the value that a pointer could name. */
    private static boolean isHeader(String name) {
        return name.startsWith(CloudEventHeaders.PREFIX);
    }

    @Override
    public String topic() {
        return Topics.DELIVERY_REPORTED;
    }

    @Override
    public String key() {
        return appointmentId;
    }

    @Override
    public String id(int generation) {
        return reminderId + ":" + this.generation + ":" + sequence;
    }
}

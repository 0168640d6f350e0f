package com.clinni.events;

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
        @Nullable Integer segments)
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
                null);
    }

    /**
     * fallback-dispatcher numbers from here, whatsapp-dispatcher from 1, so that the order of
     * sequences is the order of the hops without either asking the other.
     */
    public static final int FALLBACK_SEQUENCE_BASE = 1_000_000;

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

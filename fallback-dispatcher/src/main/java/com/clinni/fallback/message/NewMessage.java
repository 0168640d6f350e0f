package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.events.kafka.CloudEventHeaders;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that this service takes in, and where it stands from then on. */
public record NewMessage(
        UUID id,
        RecordCopy copy,
        RecordSubject subject,
        @Nullable Death death,
        @Nullable Instant sendBefore,
        DeliveryState state,
        @Nullable Channel channel,
        @Nullable Cause cause,
        @Nullable Instant nextAt,
        @Nullable String detail,
        boolean possibleDuplicate) {

    private static final String DIRECT = "DIRECT";

    /**
     * Why and when it died.
     *
     * @param field the field at fault
     * @param line the WhatsApp line that could not take it
     */
    public record Death(Cause cause, @Nullable String field, Instant at, @Nullable String line) {

        /** Not because of any line. */
        static Death of(Cause cause, Instant at) {
            return new Death(cause, null, at, null);
        }
    }

    /**
     * A message that WhatsApp gave up.
     *
     * @param next what the clinic's policy decides
     */
    public static NewMessage given(
            MessageReady message,
            RecordCopy copy,
            Death death,
            boolean possibleDuplicate,
            NextState next,
            Instant now) {
        return of(message, copy, death, possibleDuplicate, next, now, Channel.WHATSAPP.name());
    }

    /** A message whose clinic chose e-mail or SMS. */
    public static NewMessage direct(
            MessageReady message, RecordCopy copy, NextState next, Instant now) {
        return of(message, copy, null, false, next, now, DIRECT);
    }

    /**
     * A record that nobody could use: a person must look. Of one reminder there may be many that
     * are no delivery, so those are named by their place.
     *
     * @param sendBefore when it is worthless, as far as it still tells
     */
    public static NewMessage unusable(
            RecordCopy copy,
            RecordSubject subject,
            Death death,
            @Nullable Instant sendBefore,
            boolean possibleDuplicate) {
        var id =
                RecordCopy.isDelivery(copy.topic()) && subject.reminderId() != null
                        ? MessageId.of(subject.reminderId(), copy.topic(), subject.generation())
                        : MessageId.ofRecord(copy.topic(), copy.partition(), copy.offset());
        return new NewMessage(
                id,
                copy,
                subject,
                death,
                sendBefore,
                DeliveryState.NEEDS_ATTENTION,
                null,
                death.cause(),
                null,
                null,
                possibleDuplicate);
    }

    private static NewMessage of(
            MessageReady message,
            RecordCopy copy,
            @Nullable Death death,
            boolean possibleDuplicate,
            NextState next,
            Instant now,
            String where) {
        var generation = CloudEventHeaders.generation(copy.headers());
        return new NewMessage(
                MessageId.of(message.reminderId(), where, generation),
                copy,
                new RecordSubject(
                        message.reminderId(),
                        message.appointmentId(),
                        message.appointmentVersion(),
                        message.clinic().clinicId(),
                        generation),
                death == null && next.state() == DeliveryState.NEEDS_ATTENTION
                        ? Death.of(
                                Objects.requireNonNull(next.cause(), "attention without a cause"),
                                now)
                        : death,
                message.sendBefore(),
                next.state(),
                next.channel(),
                next.cause(),
                next.nextAt(),
                next.detail(),
                possibleDuplicate);
    }

    /** The same without its record's value, and over before it began. */
    NewMessage without(DeliveryState end, String why) {
        return new NewMessage(
                id,
                copy.withoutValue(),
                subject,
                death,
                sendBefore,
                end,
                null,
                null,
                null,
                why,
                false);
    }

    /** The same record without anything that was read from it, because that cannot be stored. */
    public NewMessage bare(Instant now) {
        return bare(copy, subject.generation(), possibleDuplicate, now);
    }

    /** A record that makes us fail, and nothing that was read from it. */
    public static NewMessage bare(
            RecordCopy copy, int generation, boolean possibleDuplicate, Instant now) {
        return unusable(
                copy,
                new RecordSubject(null, null, 0, null, generation),
                Death.of(Cause.DEFECT, now),
                null,
                possibleDuplicate);
    }
}

package com.clinni.fallback.deadletter;

import com.clinni.events.Cause;
import com.clinni.events.MessageReady;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.fallback.message.NewMessage;
import com.clinni.fallback.message.NewMessage.Death;
import com.clinni.fallback.message.RecordCopy;
import com.clinni.fallback.message.RecordSubject;
import com.clinni.fallback.policy.CauseKind;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.fallback.policy.WayBack;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dead letter: its message, the cause of its death, and whether the clinic's policy can
 * still serve the patient.
 */
@ApplicationScoped
class DeadLetterReader {

    private static final Logger LOG = Logger.getLogger(DeadLetterReader.class);
    private static final String SUFFIX = Topics.deadLetterOf("");
    private static final String FIELD = "(?=.{1,200}$)\\w[\\w-]*(?:\\.[\\w-]+)*";
    private static final String LINE = "[\\w.-]{1,100}";

    private final ReadyMessages messages;
    private final WayBack wayBack;
    private final Clock clock;

    DeadLetterReader(ReadyMessages messages, WayBack wayBack, Clock clock) {
        this.messages = messages;
        this.wayBack = wayBack;
        this.clock = clock;
    }

    /** One that makes us fail is kept bare: nothing in it may hold up the others. */
    NewMessage examine(ConsumerRecord<String, byte[]> record) {
        try {
            return examined(record);
        } catch (RuntimeException e) {
            LOG.errorf("a dead letter is kept bare: %s", e.getClass().getName());
            return NewMessage.bare(
                    original(record),
                    CloudEventHeaders.generation(record.headers()),
                    isPossibleDuplicate(record.headers()),
                    clock.instant());
        }
    }

    private NewMessage examined(ConsumerRecord<String, byte[]> record) {
        var headers = record.headers();
        var copy = original(record);
        var death =
                new Death(
                        DeadLetters.cause(headers).orElse(Cause.DEFECT),
                        plain(headers, DeadLetters.FIELD, FIELD),
                        diedAt(headers),
                        plain(headers, DeadLetters.LINE, LINE));
        // what was not understood, or is not what it says, may not be sent
        if (copy.topic().equals(Topics.WHATSAPP_READY)
                && CauseKind.of(death.cause()) != CauseKind.RECORD) {
            switch (messages.read(headers, record.value())) {
                case Reading.Read<MessageReady>(var ready) -> {
                    return given(ready, copy, death);
                }
                case Reading.Rejected<MessageReady> _ -> {
                    // nothing to send: a person must look
                }
            }
        }
        return NewMessage.unusable(
                copy,
                subject(copy, death),
                death,
                RecordIds.sendBefore(copy.topic(), copy.value()),
                isPossibleDuplicate(headers));
    }

    private NewMessage given(MessageReady ready, RecordCopy copy, Death death) {
        var now = clock.instant();
        var flagged = isPossibleDuplicate(copy.headers());
        var mayGoBack = wayBack.isOpen(death.cause(), flagged, ready.sendBefore(), now);
        var context = PolicyContext.of(ready, death.cause(), now).goingBack(mayGoBack);
        return NewMessage.given(ready, copy, death, flagged, FallbackPolicy.next(context), now);
    }

    private static RecordSubject subject(RecordCopy copy, Death death) {
        var generation = CloudEventHeaders.generation(copy.headers());
        return switch (copy.topic()) {
            case Topics.MESSAGE_REQUESTED ->
                    death.cause() == Cause.CONFLICT
                            ? RecordIds.atConflict(copy, generation)
                            : RecordIds.atRequest(copy, generation);
            case Topics.APPOINTMENT_CHANGED -> RecordIds.atChange(copy, generation);
            default -> RecordIds.at(copy.value(), generation);
        };
    }

    /** Where it was consumed before it died; where the headers do not say, this topic's source. */
    private static RecordCopy original(ConsumerRecord<String, byte[]> record) {
        var headers = record.headers();
        var topic =
                CloudEventHeaders.text(headers, DeadLetters.TOPIC)
                        .filter(Topics.EVENTS::contains)
                        .orElseGet(() -> record.topic().replace(SUFFIX, ""));
        return new RecordCopy(
                topic,
                (int) number(headers, DeadLetters.PARTITION, 9, record.partition()),
                number(headers, DeadLetters.OFFSET, 18, record.offset()),
                record.key(),
                headers,
                record.value());
    }

    private static @Nullable String plain(Headers headers, String name, String form) {
        return CloudEventHeaders.text(headers, name)
                .filter(text -> text.matches(form))
                .orElse(null);
    }

    private static long number(Headers headers, String name, int digits, long otherwise) {
        return CloudEventHeaders.text(headers, name)
                .filter(written -> written.matches("\\d{1," + digits + "}"))
                .map(Long::parseLong)
                .orElse(otherwise);
    }

    private static boolean isPossibleDuplicate(Headers headers) {
        return CloudEventHeaders.text(headers, DeadLetters.POSSIBLE_DUPLICATE)
                .filter("true"::equals)
                .isPresent();
    }

    /** Before our time and after now nothing died, whatever a header says. */
    private Instant diedAt(Headers headers) {
        try {
            return CloudEventHeaders.text(headers, DeadLetters.AT)
                    .map(Instant::parse)
                    .filter(at -> !at.isBefore(Instant.EPOCH) && !at.isAfter(clock.instant()))
                    .orElseGet(clock::instant);
        } catch (DateTimeParseException e) {
            return clock.instant();
        }
    }
}

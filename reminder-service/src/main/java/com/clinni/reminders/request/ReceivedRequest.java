package com.clinni.reminders.request;

import com.clinni.events.MessageRequested;
import com.clinni.events.kafka.CloudEventHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A readable request and the record that carried it.
 *
 * @param generation as its record says, or the one it is served as
 */
public record ReceivedRequest(
        ConsumerRecord<String, byte[]> source, MessageRequested request, int generation) {

    /** A dead letter is kept for 30 days and may be replayed until then. */
    private static final Duration KEPT = Duration.ofDays(40);

    /** Somebody may ask for a message that never grows worthless. */
    private static final Duration LONGEST_WORTH = Duration.ofDays(366);

    /** As it came. */
    public static ReceivedRequest of(
            ConsumerRecord<String, byte[]> source, MessageRequested request) {
        return new ReceivedRequest(source, request, CloudEventHeaders.generation(source.headers()));
    }

    /** As it is served. */
    public ReceivedRequest as(int served) {
        return new ReceivedRequest(source, request, served);
    }

    /** The id that the message travels under. */
    public UUID id() {
        return request.reminderId();
    }

    /** Whom it speaks for. */
    public String clinicId() {
        return request.clinicId();
    }

    Instant forgetAfter(Instant now) {
        var worth = Duration.between(now, request.sendBefore());
        var bounded = worth.compareTo(LONGEST_WORTH) > 0 ? LONGEST_WORTH : worth;
        return now.plus(bounded.isNegative() ? Duration.ZERO : bounded).plus(KEPT);
    }
}

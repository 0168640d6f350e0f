package com.clinni.reminders;

import com.clinni.events.Channel;
import com.clinni.events.ClinicProfile;
import com.clinni.events.Event;
import com.clinni.events.Fallback;
import com.clinni.events.MessageRequested;
import com.clinni.events.Patient;
import com.clinni.events.SmsAccents;
import com.clinni.events.kafka.Publication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What another service publishes, with nothing but the events at hand; nobody in it exists. */
public final class RequestPublisher implements AutoCloseable {

    public static final Instant THEN = Instant.parse("2030-03-05T15:30:00Z");

    public final String clinicId = "c-" + UUID.randomUUID();
    private final KafkaProducer<String, byte[]> producer;

    public RequestPublisher(String brokers) {
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", (Object) brokers),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    public MessageRequested documentSigned(String messageId) {
        return requested(messageId, "document-signed", "Ana", Map.of());
    }

    /** The same, worth telling until then. */
    public MessageRequested documentSigned(String messageId, Instant sendBefore) {
        var signed = documentSigned(messageId);
        return new MessageRequested(
                messageId,
                signed.kind(),
                clinicId,
                signed.patient(),
                signed.occurredAt(),
                signed.variables(),
                signed.requestedAt(),
                sendBefore);
    }

    public MessageRequested requested(
            String messageId, String kind, String firstName, Map<String, String> variables) {
        return new MessageRequested(
                messageId,
                kind,
                clinicId,
                new Patient("p-1", firstName, "600 000 123", "ana@example.test", null, List.of()),
                Instant.parse("2030-03-05T15:00:00Z"),
                variables,
                THEN,
                THEN.plus(Duration.ofHours(4)));
    }

    public ClinicProfile clinic(long version, Channel channel, String language) {
        return clinic(version, channel, language, "910 000 000");
    }

    public ClinicProfile clinic(long version, Channel channel, String language, String phone) {
        return new ClinicProfile(
                clinicId,
                version,
                THEN,
                "Clínica Prado",
                phone,
                "Calle Mayor 1, Madrid",
                ZoneId.of("Europe/Madrid"),
                language,
                channel,
                Fallback.EMAIL,
                Duration.ofMinutes(15),
                null,
                null,
                null);
    }

    /** A clinic that has chosen how its SMS are written, and how long they may be. */
    public ClinicProfile clinic(SmsAccents accents, int smsMaxSegments) {
        var any = clinic(1, Channel.SMS, "es");
        return new ClinicProfile(
                any.clinicId(),
                any.version(),
                any.changedAt(),
                any.name(),
                any.phone(),
                any.address(),
                any.zone(),
                any.language(),
                any.channel(),
                any.fallback(),
                any.fallbackAfter(),
                any.quietHours(),
                accents,
                smsMaxSegments);
    }

    public void send(Event event) {
        send(event, 1);
    }

    public void send(Event event, int generation) {
        producer.send(Publication.of(event, "/clinni/documents", THEN, generation).toRecord());
        producer.flush();
    }

    /** An event as its headers say, and nothing of it in the value. */
    public void sendEmptied(Event event) {
        var whole = Publication.of(event, "/clinni/documents", THEN);
        var emptied =
                new Publication(
                        whole.topic(),
                        whole.key(),
                        whole.headers(),
                        "{}".getBytes(StandardCharsets.UTF_8));
        producer.send(emptied.toRecord());
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}

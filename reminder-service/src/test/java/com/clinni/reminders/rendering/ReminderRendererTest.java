package com.clinni.reminders.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.EventReader;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.Publication;
import com.clinni.reminders.TopicLog;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On a real broker: what goes in as bytes, and what comes out. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ReminderRendererTest {

    private static final Instant THEN = Instant.parse("2030-03-05T15:00:00Z");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject MeterRegistry meters;

    private final String key = UUID.randomUUID().toString();
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void open() {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                2_000_000),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void a_due_reminder_becomes_a_message_for_whatsapp() {
        var before = count(RenderingJournal.RENDERED, "channel", "WHATSAPP");
        send(publication(ana(), 1));

        try (var ready = new TopicLog(bootstrapServers, Topics.WHATSAPP_READY)) {
            var record = ready.await(1, key).getFirst();

            assertThat(read(record).content().whatsapp()).startsWith("Hola, Ana:");
            assertThat(header(record, CloudEventHeaders.ID))
                    .isEqualTo(ana().event().reminderId() + ":1");
            assertThat(header(record, CloudEventHeaders.SOURCE))
                    .isEqualTo("/clinni/reminder-service");
            assertThat(header(record, CloudEventHeaders.SUBJECT)).isEqualTo(key);
            assertThat(record.headers().lastHeader(CloudEventHeaders.GENERATION)).isNull();
        }
        assertThat(count(RenderingJournal.RENDERED, "channel", "WHATSAPP")).isGreaterThan(before);
    }

    @Test
    void a_clinic_whose_own_channel_is_email_gets_a_direct_message() {
        send(publication(ana().policy(Channel.EMAIL, Fallback.NONE), 1));

        try (var ready = new TopicLog(bootstrapServers, Topics.DIRECT_READY)) {
            var record = ready.await(1, key).getFirst();

            assertThat(read(record).content().email().subject()).startsWith("Recordatorio");
        }
    }

    @Test
    void a_redelivery_is_recognised_by_its_id_and_a_replay_is_not_taken_for_one() {
        send(publication(ana(), 1));
        send(publication(ana(), 1));
        send(publication(ana(), 2));

        try (var ready = new TopicLog(bootstrapServers, Topics.WHATSAPP_READY)) {
            var id = ana().event().reminderId();

            assertThat(ready.await(3, key))
                    .extracting(record -> header(record, CloudEventHeaders.ID))
                    .containsExactly(id + ":1", id + ":1", id + ":2");
            assertThat(ready.await(3, key))
                    .extracting(record -> CloudEventHeaders.generation(record.headers()))
                    .containsExactly(1, 1, 2);
        }
    }

    @ParameterizedTest
    @MethodSource("com.clinni.reminders.rendering.BadRecords#all")
    void what_cannot_be_used_is_a_dead_letter_as_it_came_and_the_partition_goes_on(
            Cause cause, String field, UnaryOperator<ProducerRecord<String, byte[]>> spoil) {
        var bad = spoil.apply(publication(ana(), 1).toRecord());
        producer.send(bad);
        send(publication(ana(), 2));

        try (var dead = new TopicLog(bootstrapServers, deadLetters());
                var ready = new TopicLog(bootstrapServers, Topics.WHATSAPP_READY)) {
            var letter = dead.await(1, key).getFirst();

            assertThat(letter.value()).isEqualTo(bad.value());
            assertThat(header(letter, DeadLetters.CAUSE)).isEqualTo(cause.name());
            assertThat(header(letter, DeadLetters.FIELD)).isEqualTo(field);
            assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo(Topics.REMINDER_DUE);
            assertThat(header(letter, DeadLetters.SERVICE)).isEqualTo("reminder-service");
            bad.headers()
                    .forEach(
                            original ->
                                    assertThat(letter.headers().headers(original.key()))
                                            .contains(original));
            assertThat(ready.await(1, key))
                    .extracting(record -> CloudEventHeaders.generation(record.headers()))
                    .containsExactly(2);
        }
    }

    @Test
    void a_record_of_the_brokers_limit_still_fits_its_dead_letter_topic() {
        var noise = new byte[1_048_000];
        new Random(1).nextBytes(noise);
        var before = count(RenderingJournal.UNPUBLISHABLE);
        var record = publication(ana(), 1).toRecord();
        producer.send(new ProducerRecord<>(record.topic(), null, key, noise, record.headers()));
        send(publication(ana(), 2));

        try (var dead = new TopicLog(bootstrapServers, deadLetters());
                var ready = new TopicLog(bootstrapServers, Topics.WHATSAPP_READY)) {
            assertThat(dead.await(1, key))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.value()).isEqualTo(noise))
                    .extracting(letter -> header(letter, DeadLetters.CAUSE))
                    .isEqualTo("TOO_LARGE");
            ready.await(1, key);
        }
        assertThat(count(RenderingJournal.UNPUBLISHABLE)).isEqualTo(before);
    }

    @Test
    void a_dead_letter_without_a_key_is_kept_too() {
        var marker = ("not json " + key).getBytes(StandardCharsets.UTF_8);
        var record = publication(ana(), 1).toRecord();
        String noKey = null;
        producer.send(new ProducerRecord<>(record.topic(), null, noKey, marker, record.headers()));

        try (var dead = new TopicLog(bootstrapServers, deadLetters())) {
            assertThat(dead.await(1, each -> Arrays.equals(each.value(), marker)))
                    .singleElement()
                    .returns(null, ConsumerRecord::key);
        }
    }

    private DueReminder ana() {
        return DueReminder.forAna().appointment(key);
    }

    private Publication publication(DueReminder reminder, int generation) {
        return Publication.of(reminder.event(), "/clinni/appointments-service", THEN, generation);
    }

    private void send(Publication publication) {
        producer.send(publication.toRecord());
        producer.flush();
    }

    private double count(String name, String... tags) {
        return meters.find(name).tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static String deadLetters() {
        return Topics.deadLetterOf(Topics.REMINDER_DUE);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return CloudEventHeaders.text(record.headers(), name).orElse(null);
    }

    private static MessageReady read(ConsumerRecord<String, byte[]> record) {
        var reader = new EventReader<>(MessageReady.class, record.topic());
        return ((Reading.Read<MessageReady>) reader.read(record.headers(), record.value())).event();
    }
}

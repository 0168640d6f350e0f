package com.clinni.reminders.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.events.Topics;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.BrokerUnavailable;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.reminders.authoring.VersionedTemplates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Without a broker: what happens to a batch when it does not answer, or refuses one record. */
class LostBrokerTest {

    private static final Instant NOW = Instant.parse("2030-03-05T15:30:00Z");

    private final List<RuntimeException> troubles = new ArrayList<>();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
                    var answer = super.send(record);
                    if (troubles.isEmpty()) {
                        completeNext();
                    } else {
                        errorNext(troubles.removeFirst());
                    }
                    return answer;
                }
            };
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void a_batch_the_broker_did_not_take_whole_is_not_acknowledged() {
        troubles.add(new TimeoutException("the record for +34600000123 expired"));

        assertThatThrownBy(() -> renderer().receive(batch("a", "b")))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessage("Kafka did not acknowledge: TimeoutException");
        assertThat(producer.history()).hasSize(2);
        assertThat(meters.find(RenderingJournal.RENDERED).counters()).isEmpty();
    }

    @Test
    void the_repeated_batch_has_the_same_ids() {
        var renderer = renderer();
        renderer.receive(batch("a", "b"));
        renderer.receive(batch("a", "b"));

        assertThat(producer.history().subList(2, 4))
                .extracting(LostBrokerTest::id)
                .isEqualTo(
                        producer.history().subList(0, 2).stream().map(LostBrokerTest::id).toList());
    }

    @Test
    void a_record_the_broker_will_never_take_does_not_stop_the_partition() {
        troubles.add(new RecordTooLargeException("too large"));

        renderer().receive(batch("a", "b"));

        assertThat(meters.counter(RenderingJournal.UNPUBLISHABLE).count()).isOne();
    }

    @Test
    void a_defect_of_ours_costs_one_reminder_and_not_its_neighbours() {
        var defective =
                new MessageWriter(HouseTemplates.HOUSE) {
                    @Override
                    Rendering write(Draft draft, VersionedTemplates templates) {
                        if (draft.about().equals("b")) {
                            throw new IllegalStateException("Ana, +34600000123");
                        }
                        return super.write(draft, templates);
                    }
                };

        renderer(defective).receive(batch("a", "b", "c"));

        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsExactly(
                        Topics.WHATSAPP_READY,
                        Topics.deadLetterOf(Topics.REMINDER_DUE),
                        Topics.WHATSAPP_READY);
        assertThat(CloudEventHeaders.text(producer.history().get(1).headers(), DeadLetters.CAUSE))
                .contains("DEFECT");
    }

    @Test
    void a_message_that_would_die_of_its_size_one_hop_later_dies_here() {
        var large = DueReminder.forAna().clinic("C".repeat(261_000), "910 000 000", null);

        renderer().receive(batch(large));

        assertThat(producer.history())
                .singleElement()
                .satisfies(
                        record ->
                                assertThat(
                                                CloudEventHeaders.text(
                                                        record.headers(), DeadLetters.CAUSE))
                                        .contains("TOO_LARGE"));
    }

    private ReminderRenderer renderer() {
        return renderer(new MessageWriter(HouseTemplates.HOUSE));
    }

    private ReminderRenderer renderer(MessageWriter writer) {
        return new ReminderRenderer(
                HouseTemplates.HOUSE,
                new BatchRenderer(
                        new HouseTemplates(),
                        writer,
                        new EventPublisher(
                                new SingleProducerClients(producer),
                                null,
                                meters,
                                Duration.ofSeconds(6)),
                        new RenderingJournal(meters),
                        Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static ConsumerRecords<String, byte[]> batch(String... appointments) {
        return batch(
                Arrays.stream(appointments)
                        .map(id -> DueReminder.forAna().appointment(id))
                        .toArray(DueReminder[]::new));
    }

    private static ConsumerRecords<String, byte[]> batch(DueReminder... reminders) {
        var partition = new TopicPartition(Topics.REMINDER_DUE, 0);
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var reminder : reminders) {
            var published = Publication.of(reminder.event(), "/clinni/test", NOW);
            records.add(
                    new ConsumerRecord<>(
                            partition.topic(),
                            partition.partition(),
                            records.size(),
                            0,
                            TimestampType.CREATE_TIME,
                            0,
                            0,
                            published.key(),
                            published.value(),
                            new RecordHeaders(published.headers()),
                            Optional.empty()));
        }
        return new ConsumerRecords<>(Map.of(partition, records), Map.of());
    }

    private static String id(ProducerRecord<String, byte[]> record) {
        return CloudEventHeaders.text(record.headers(), CloudEventHeaders.ID).orElseThrow();
    }
}

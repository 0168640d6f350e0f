package com.clinni.whatsapp.message;

import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.outbox.OutboxRelay;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through a real broker: what comes in by topic goes out by topic. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class RelayTest {

    @Inject OutboxRelay relay;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        phones.ofSecond().mode(Mode.OK);
        scene.begin();
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    @Test
    void what_comes_in_by_topic_is_sent_and_reported_by_topic_in_order() throws Exception {
        var message = due();
        publish(
                new Publication(
                        Topics.WHATSAPP_READY,
                        "poison",
                        new org.apache.kafka.common.header.internals.RecordHeaders(),
                        ServiceDriver.bytes("{")),
                Publication.of(message.message(), "/test", clock.instant()));
        await().untilAsserted(() -> assertThat(scene.reportedOf(message)).containsExactly(WAITING));
        scene.round();
        relay.relay();

        assertThat(scene.outbox()).isEmpty();
        assertThat(idsOn(Topics.DELIVERY_REPORTED, 3))
                .contains(message.id() + ":1:1", message.id() + ":1:2", message.id() + ":1:3");
        assertThat(idsOn(Topics.deadLetterOf(Topics.WHATSAPP_READY), 1)).isNotEmpty();
    }

    @Test
    void what_is_larger_than_its_topic_takes_does_not_hold_up_the_others() {
        var message = due();
        scene.arrives(
                scene.record(
                        new Publication(
                                Topics.WHATSAPP_READY,
                                "poison",
                                new org.apache.kafka.common.header.internals.RecordHeaders(),
                                new byte[3_000_000])));
        scene.arrives(message);
        relay.relay();

        assertThat(scene.outbox()).isEmpty();
        assertThat(idsOn(Topics.DELIVERY_REPORTED, 1)).contains(message.id() + ":1:1");
    }

    private void publish(Publication... publications) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (var publication : publications) {
                producer.send(publication.toRecord()).get();
            }
        }
    }

    private HashSet<String> idsOn(String topic, int atLeast) {
        var ids = new HashSet<String>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                kafka,
                                "group.id",
                                UUID.randomUUID().toString(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().untilAsserted(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(
                                                r ->
                                                        ids.add(
                                                                r.headers().lastHeader("ce_id")
                                                                                == null
                                                                        ? "none"
                                                                        : new String(
                                                                                r.headers()
                                                                                        .lastHeader(
                                                                                                "ce_id")
                                                                                        .value())));
                                assertThat(ids).hasSizeGreaterThanOrEqualTo(atLeast);
                            });
        }
        return ids;
    }
}

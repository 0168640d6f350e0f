package com.clinni.reminders.rendering;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.events.Topics;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.kafka.ConsumerWatch;
import com.clinni.reminders.TopicLog;
import com.clinni.testbed.conformance.ManagementPort;
import com.clinni.testbed.infrastructure.StoppableKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The broker is killed and comes back on its directory. */
@QuarkusTest
@WithTestResource(StoppableKafka.class)
class BrokerOutageTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject KafkaClientService clients;
    @Inject ConsumerWatch watch;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void what_came_before_and_after_an_outage_is_rendered_and_the_service_stays_live() {
        var before = keys();
        var after = keys();
        publish(before);
        StoppableKafka.kill();

        await().during(Duration.ofSeconds(12))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                given().get(ManagementPort.health("live"))
                                        .then()
                                        .body("status", equalTo("UP")));
        StoppableKafka.launch();
        publish(after);

        try (var ready = new TopicLog(bootstrapServers, Topics.WHATSAPP_READY)) {
            var rendered =
                    ready.awaitEach(
                            Stream.concat(before.stream(), after.stream()).collect(toSet()));

            assertThat(idsByKey(rendered).values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        }
    }

    @Test
    void a_consumer_that_hangs_is_not_held_against_the_service_while_the_broker_is_away()
            throws InterruptedException {
        var consumer = clients.<String, byte[]>getConsumer("reminder-due");
        await().until(() -> !consumer.getAssignments().await().atMost(LIMIT).isEmpty());
        consumer.pause().await().atMost(LIMIT);
        publish(keys());
        await().until(() -> !isLiveNow());

        StoppableKafka.kill();

        assertThat(isLiveNow()).isTrue();
        StoppableKafka.launch();
        consumer.resume().await().atMost(LIMIT);
        await().atMost(Duration.ofSeconds(40)).until(this::isLiveNow);
    }

    private boolean isLiveNow() throws InterruptedException {
        watch.look();
        return given().get(ManagementPort.health("live")).statusCode() == 200;
    }

    private static List<String> keys() {
        return IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID().toString()).toList();
    }

    /** Until the broker has taken each: one that is just starting may have to be asked again. */
    private void publish(List<String> keys) {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                2_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                5_000),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (var key : keys) {
                var due = DueReminder.forAna().appointment(key).event();
                await().atMost(Duration.ofMinutes(1))
                        .ignoreExceptions()
                        .until(
                                () ->
                                        producer.send(
                                                        Publication.of(
                                                                        due,
                                                                        "/clinni/test",
                                                                        Instant.EPOCH)
                                                                .toRecord())
                                                .get()
                                                .hasOffset());
            }
        }
    }

    /** A record that is published again has the id of the first. */
    private static Map<String, Set<String>> idsByKey(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .collect(groupingBy(ConsumerRecord::key, mapping(BrokerOutageTest::id, toSet())));
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return CloudEventHeaders.text(record.headers(), CloudEventHeaders.ID).orElseThrow();
    }
}

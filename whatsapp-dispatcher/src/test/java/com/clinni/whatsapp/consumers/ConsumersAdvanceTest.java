package com.clinni.whatsapp.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.clinni.events.Topics;
import com.clinni.testbed.fault.Fault;
import com.clinni.whatsapp.FaultyDatabase;
import com.clinni.whatsapp.FaultyDatabase.DatabaseLink;
import com.clinni.whatsapp.SimulatedGateways;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ConsumersAdvanceTest.Impatient.class)
@WithTestResource(FaultyDatabase.class)
@WithTestResource(SimulatedGateways.class)
class ConsumersAdvanceTest {

    @Inject ConsumerWatch watch;
    @Inject KafkaClientService kafka;
    DatabaseLink link;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    /** Two seconds without progress are a standstill. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("consumers.standstill-after", "2s");
        }
    }

    @Test
    void a_consumer_that_stands_still_takes_the_service_down_and_one_without_database_does_not()
            throws Exception {
        publish();
        await().untilAsserted(() -> assertThat(lag()).isZero());
        live(200);

        var consumer = kafka.<String, byte[]>getConsumer("whatsapp-ready");
        var paused = consumer.pause().await().atMost(Duration.ofSeconds(5));
        assertThat(paused).isNotEmpty();
        publish();
        await().untilAsserted(() -> live(503));
        RestAssured.get("/q/health/live")
                .then()
                .body("checks.name", hasItem("consumers-advance"))
                .body(
                        "checks.find { it.name == 'consumers-advance' }.data.whatsapp-ready",
                        equalTo("stands still"));

        link.proxy().fault(Fault.REFUSE);
        await().untilAsserted(() -> live(200));
        link.proxy().heal();

        consumer.resume().await().atMost(Duration.ofSeconds(5));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(lag()).isZero());
        live(200);
        RestAssured.get("/q/metrics")
                .then()
                .body(containsString("clinni_consumer_lag{channel=\"whatsapp-ready\"} 0.0"));
    }

    private void live(int status) throws InterruptedException {
        watch.look();
        RestAssured.get("/q/health/live").then().statusCode(status);
    }

    private double lag() throws InterruptedException {
        watch.look();
        var metric =
                RestAssured.get("/q/metrics")
                        .asString()
                        .lines()
                        .filter(
                                l ->
                                        l.startsWith(
                                                "clinni_consumer_lag{channel=\"whatsapp-ready\"}"))
                        .findFirst()
                        .orElseThrow();
        return Double.parseDouble(metric.substring(metric.indexOf(' ') + 1));
    }

    private void publish() throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", (Object) brokers),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.WHATSAPP_READY, "visit-1", new byte[] {1}))
                    .get();
        }
    }
}

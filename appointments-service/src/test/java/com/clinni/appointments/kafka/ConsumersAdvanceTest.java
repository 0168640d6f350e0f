package com.clinni.appointments.kafka;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.clinni.appointments.Database;
import com.clinni.events.Topics;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ConsumersAdvanceTest {

    private static final String CHANNEL = "appointment-changed";

    @Inject ConsumersLook look;
    @Inject KafkaClientService clients;
    @Inject Database database;

    @Test
    void a_consumer_that_stands_still_while_its_lag_grows_is_named_until_it_moves() {
        caughtUp();
        QuarkusTransaction.requiringNew().run(this::standStill);

        caughtUp();
        liveness().body("status", equalTo("UP"));
    }

    /** Nothing can be taken in while somebody holds the table. */
    private void standStill() {
        database.update("LOCK TABLE outbox, appointment_event IN ACCESS EXCLUSIVE MODE");
        clients.<String, byte[]>getProducer("published")
                .send(new ProducerRecord<>(Topics.APPOINTMENT_CHANGED, "key", new byte[1]))
                .await()
                .atMost(Duration.ofSeconds(10));

        look.look(at(0));
        look.look(at(100));
        liveness().body("status", equalTo("UP"));
        look.look(at(121));

        liveness()
                .body("status", equalTo("DOWN"))
                .body(
                        "checks.findAll{it.status=='DOWN'}.data",
                        hasItem(Map.of(CHANNEL, "stands still")));
    }

    private void caughtUp() {
        await().untilAsserted(
                        () -> {
                            look.look(System.nanoTime());
                            for (var channel : List.of(CHANNEL, "delivery-reported")) {
                                given().get("/q/metrics").then().body(containsString(lag(channel)));
                            }
                        });
    }

    private static String lag(String channel) {
        return "clinni_consumer_lag{channel=\"%s\"} 0.0".formatted(channel);
    }

    private static ValidatableResponse liveness() {
        return given().get("/q/health/live").then();
    }

    private static long at(long seconds) {
        return System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    }
}

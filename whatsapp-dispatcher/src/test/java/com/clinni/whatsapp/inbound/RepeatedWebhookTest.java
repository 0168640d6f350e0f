package com.clinni.whatsapp.inbound;

import static com.clinni.whatsapp.inbound.WahaWebhooks.ack;
import static com.clinni.whatsapp.inbound.WahaWebhooks.envelope;
import static com.clinni.whatsapp.inbound.WahaWebhooks.tell;
import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.conformance.ManagementPort;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has heard a webhook has its signed bytes, and can send them again. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class RepeatedWebhookTest {

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Test
    void the_same_bytes_about_the_session_move_the_line_once() {
        var lost = session(clock.millis(), "SCAN_QR_CODE");
        tell(lost);
        assertThat(stateOfLine()).isEqualTo("DOWN");
        clock.advance(Duration.ofSeconds(20));
        tell(session(clock.millis(), "WORKING"));
        assertThat(stateOfLine()).isEqualTo("ABLE");

        for (var again = 0; again < 5; again++) {
            assertThat(tell(lost)).isEqualTo(200);
        }

        assertThat(stateOfLine()).isEqualTo("ABLE");
        assertThat(scene.one("SELECT count(*) FROM outage")).isEqualTo("1");
    }

    @Test
    void what_was_said_of_the_session_before_what_is_known_is_not_believed() {
        clock.advance(Duration.ofMinutes(1));
        tell(session(clock.millis(), "WORKING"));

        tell(session(clock.millis() - 1, "SCAN_QR_CODE"));
        tell(session(clock.millis(), "SCAN_QR_CODE"));
        assertThat(stateOfLine()).isEqualTo("ABLE");

        tell(session(clock.millis() + 1, "SCAN_QR_CODE"));
        assertThat(stateOfLine()).isEqualTo("DOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "-301000, ABLE",
        "-300000, DOWN",
        "0, DOWN",
        "300000, DOWN",
        "301000, ABLE",
        "86500000, ABLE"
    })
    void what_is_said_of_the_session_holds_for_five_minutes_by_our_clock(
            long millisFromNow, String after) {
        assertThat(tell(session(clock.millis() + millisFromNow, "FAILED"))).isEqualTo(200);

        assertThat(stateOfLine()).isEqualTo(after);
    }

    @Test
    void what_bears_no_time_is_not_believed_for_it_may_be_of_any() {
        var undated = "\"timestamp\":" + clock.millis() + ",\"event\"";
        var lost = session(clock.millis(), "FAILED").replace(undated, "\"event\"");
        var receipt = ack(clock.millis(), 2).replace(undated, "\"event\"");

        assertThat(tell(lost)).isEqualTo(200);
        assertThat(tell(receipt)).isEqualTo(200);

        assertThat(stateOfLine()).isEqualTo("ABLE");
        assertThat(scene.one("SELECT count(*) FROM receipt")).isEqualTo("0");
        assertThat(scene.one("SELECT count(*) FROM webhook_event")).isEqualTo("0");
    }

    @Test
    void every_kind_is_taken_once_also_what_follows_from_nothing() {
        var group = written(clock.millis(), "120363000000000000@g.us", "Hola");
        var echo =
                envelope(
                        clock.millis(),
                        "message.any",
                        "{\"id\":\"true_34600000123@c.us_3EB0AABBCCDD\",\"from\":\"34600000123@c.us\","
                            + "\"fromMe\":true,\"body\":\"Hola\"}");
        for (var body : new String[] {group, echo, ack(clock.millis(), 2)}) {
            tell(body);
            var repeats = repeats();
            tell(body);
            assertThat(repeats()).isEqualTo(repeats + 1);
        }
    }

    @Test
    void lines_tell_when_the_last_webhook_of_each_kind_came_and_a_repeat_is_none() {
        var lost = session(clock.millis(), "WORKING");
        tell(lost);
        clock.advance(Duration.ofMinutes(1));
        tell(written(clock.millis(), "34600000123@c.us", "Hola"));
        tell(ack(clock.millis(), 1));
        clock.advance(Duration.ofMinutes(1));
        tell(lost);
        tell(ack(clock.millis(), 2));

        RestAssured.get("/lines")
                .then()
                .body("[0].lastWebhooks.session", equalTo("2030-03-05T12:00:00Z"))
                .body("[0].lastWebhooks.message", equalTo("2030-03-05T12:01:00Z"))
                .body("[0].lastWebhooks.receipt", equalTo("2030-03-05T12:02:00Z"))
                .body("[0].lastWebhooks.editedMessage", nullValue())
                .body("[0].lastWebhooks.anyMessage", nullValue())
                .body("[1].lastWebhooks.receipt", nullValue());
    }

    private static String session(long at, String status) {
        return envelope(at, "session.status", "{\"status\":\"" + status + "\"}");
    }

    private String stateOfLine() {
        return scene.one("SELECT state FROM line WHERE name = 'default'");
    }

    /** How many repeats were recognised since the service started. */
    private static double repeats() {
        return RestAssured.get(ManagementPort.metrics())
                .asString()
                .lines()
                .filter(line -> line.startsWith("whatsapp_webhooks_total{result=\"REPEATED\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}

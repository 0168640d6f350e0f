package com.clinni.whatsapp.inbound;

import static com.clinni.whatsapp.inbound.WahaWebhooks.ID;
import static com.clinni.whatsapp.inbound.WahaWebhooks.KEY;
import static com.clinni.whatsapp.inbound.WahaWebhooks.ack;
import static com.clinni.whatsapp.inbound.WahaWebhooks.envelope;
import static com.clinni.whatsapp.inbound.WahaWebhooks.post;
import static com.clinni.whatsapp.inbound.WahaWebhooks.sign;
import static com.clinni.whatsapp.inbound.WahaWebhooks.tell;
import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class WebhookTest {

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Test
    void whoever_signs_is_heard_with_either_key_and_either_spelling() {
        var body = ack(clock.millis(), 2);
        assertThat(post(body, sign(KEY, body))).isEqualTo(200);
        assertThat(post(body, sign(KEY, body).toUpperCase(Locale.ROOT))).isEqualTo(200);
        assertThat(post(body, sign("the-key-before", body))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "SENDING, 0, ACCEPTED",
        "IN_DOUBT, 1, ACCEPTED",
        "IN_DOUBT, 3, READ",
        "WAITING, 2, DELIVERED",
        "DOUBT_CLOSED, 2, DELIVERED",
        "ACCEPTED, 2, DELIVERED",
        "DELIVERED, 3, READ",
        "DELIVERED, 4, READ",
        "READ, 2, READ",
        "READ, 1, READ",
        "DELIVERED, 1, DELIVERED",
        "ACCEPTED, 1, ACCEPTED",
        "DELIVERED, -1, DELIVERED",
        "READ, -1, READ",
        "DOUBT_CLOSED, -1, DOUBT_CLOSED",
        "WAITING, -1, WAITING",
        "DEAD, -1, DEAD",
        "DEAD, 2, DEAD",
        "WITHDRAWN, 2, WITHDRAWN"
    })
    void a_receipt_moves_up_the_ladder_only(String before, int ack, String after) {
        message(before);
        var body = ack(clock.millis(), ack);
        assertThat(post(body, sign(KEY, body))).isEqualTo(200);
        assertThat(state()).isEqualTo(after);
        assertThat(scene.one("SELECT count(*) FROM outbox"))
                .isEqualTo(before.equals(after) ? "0" : "1");
    }

    @Test
    void the_same_event_a_hundred_times_is_one() {
        message("ACCEPTED");
        var body = ack(clock.millis(), 2);
        for (var i = 0; i < 100; i++) {
            assertThat(post(body, sign(KEY, body))).isEqualTo(200);
        }
        assertThat(scene.one("SELECT count(*) FROM outbox")).isEqualTo("1");
        assertThat(scene.one("SELECT count(*) FROM webhook_event")).isEqualTo("1");
    }

    @Test
    void an_event_older_than_our_memory_is_not_believed() {
        message("ACCEPTED");
        var old =
                ack(clock.millis(), 2)
                        .replace(
                                Long.toString(clock.millis()),
                                Long.toString(
                                        clock.instant().minus(Duration.ofDays(8)).toEpochMilli()));
        assertThat(post(old, sign(KEY, old))).isEqualTo(200);
        assertThat(state()).isEqualTo("ACCEPTED");
    }

    @Test
    void a_receipt_for_an_id_nobody_knows_yet_is_kept() {
        var body = ack(clock.millis(), 2);
        assertThat(post(body, sign(KEY, body))).isEqualTo(200);
        assertThat(scene.one("SELECT state FROM receipt WHERE message_id = ?", ID))
                .isEqualTo("DELIVERED");
    }

    @Test
    void what_a_patient_writes_is_kept_once_by_its_event_and_by_its_own_id() {
        var body = written(clock.millis(), "34600000123@c.us", "Hola");
        assertThat(tell(body)).isEqualTo(200);
        assertThat(tell(body)).isEqualTo(200);
        assertThat(tell(body.replace("evt_", "evt_again_"))).isEqualTo(200);

        assertThat(scene.one("SELECT count(*) FROM inbound")).isEqualTo("1");
        assertThat(RestAssured.get(ManagementPort.metrics()).asString())
                .contains("whatsapp_webhooks_total{result=\"INBOUND\"}");
    }

    @Test
    void a_session_change_changes_the_line() {
        var lost = envelope(clock.millis(), "session.status", "{\"status\":\"SCAN_QR_CODE\"}");
        post(lost, sign(KEY, lost));
        assertThat(scene.one("SELECT state FROM line WHERE name = 'default'")).isEqualTo("DOWN");
        clock.advance(Duration.ofSeconds(1));
        var back = envelope(clock.millis(), "session.status", "{\"status\":\"WORKING\"}");
        post(back, sign(KEY, back));
        assertThat(scene.one("SELECT state FROM line WHERE name = 'default'")).isEqualTo("ABLE");
    }

    @Test
    void another_sessions_event_changes_nothing() {
        message("ACCEPTED");
        var body = ack(clock.millis(), 2).replace("\"default\"", "\"other\"");
        assertThat(post(body, sign(KEY, body))).isEqualTo(200);
        assertThat(state()).isEqualTo("ACCEPTED");
    }

    private String state() {
        return scene.one("SELECT state FROM message WHERE client_message_id = ?", ID);
    }

    private void message(String state) {
        scene.update(
                "INSERT INTO message (reminder_id, generation, state, changed_at, sequence, line,"
                    + " appointment_id, appointment_version, clinic_id, due_at, send_before,"
                    + " fallback, fallback_after, client_message_id, record_topic,"
                    + " record_partition, record_offset, record_headers, record_value) VALUES (?,"
                    + " 1, ?, now(), 4, 'default', 'visit-1', 1, 'clinic-1', now(), now(), 'NONE',"
                    + " '0', ?, 't', 0, 0, '', '')",
                UUID.randomUUID(),
                state,
                ID);
    }
}

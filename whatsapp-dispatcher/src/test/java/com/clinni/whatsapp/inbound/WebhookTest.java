package com.clinni.whatsapp.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.MutableClock;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.dispatch.Scene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class WebhookTest {

    private static final String KEY = "my-secret-key";
    private static final String ID = "3EB0AABBCCDD";

    @Inject Scene scene;
    @Inject MutableClock clock;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Test
    void nobody_who_cannot_sign_is_heard() {
        var body = ack(2);
        var good = sign(KEY, body);
        assertThat(post(body)).isEqualTo(401);
        assertThat(post(body, "")).isEqualTo(401);
        assertThat(post(body, sign("wrong", body))).isEqualTo(401);
        assertThat(post(body, sign("key-of-second", body))).isEqualTo(401);
        assertThat(post(body, good.substring(0, 100))).isEqualTo(401);
        assertThat(post(body, good + "00")).isEqualTo(401);
        assertThat(post(body, "zz" + good.substring(2))).isEqualTo(401);
        assertThat(post(body, "sha512=" + good)).isEqualTo(401);
        assertThat(post(body.replace(",", ", "), good)).isEqualTo(401);
        assertThat(post("", good)).isEqualTo(401);
        assertThat(status(request(body).header("X-Webhook-Hmac", good, good))).isEqualTo(401);
        assertThat(
                        status(
                                request(body)
                                        .header("X-Webhook-Hmac", good)
                                        .header("X-Webhook-Hmac-Algorithm", "sha256")))
                .isEqualTo(401);
        assertThat(
                        request(body)
                                .header("X-Webhook-Hmac", good)
                                .post("/webhooks/waha/nowhere")
                                .statusCode())
                .isEqualTo(401);
        assertThat(scene.one("SELECT count(*) FROM webhook_event")).isEqualTo("0");
    }

    @Test
    void whoever_signs_is_heard_with_either_key_and_either_spelling() {
        var body = ack(2);
        assertThat(post(body, sign(KEY, body))).isEqualTo(200);
        assertThat(post(body, sign(KEY, body).toUpperCase(Locale.ROOT))).isEqualTo(200);
        assertThat(post(body, sign("the-key-before", body))).isEqualTo(200);
    }

    @Test
    void a_refusal_says_nothing() {
        request(ack(2))
                .post("/webhooks/waha/default")
                .then()
                .statusCode(401)
                .body(org.hamcrest.Matchers.emptyString());
    }

    @Test
    void what_is_too_large_is_refused_unread() {
        request("x".repeat(256 * 1024 + 1))
                .post("/webhooks/waha/default")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("TOO_LARGE"));
    }

    @Test
    void what_is_signed_and_no_webhook_is_a_bad_request() {
        for (var body : new String[] {"{", "[]", "{}", "{\"id\":\"evt_1\"}", "[".repeat(10_000)}) {
            request(body)
                    .header("X-Webhook-Hmac", sign(KEY, body))
                    .post("/webhooks/waha/default")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("BODY_UNREADABLE"));
        }
    }

    @Test
    void only_who_signs_is_told_that_webhooks_are_json() {
        var body = ack(2);
        var text = RestAssured.given().contentType("text/plain").body(body.getBytes(UTF_8));

        text.post("/webhooks/waha/default").then().statusCode(401);
        text.header("X-Webhook-Hmac", sign(KEY, body))
                .post("/webhooks/waha/default")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("field", equalTo("Content-Type"));
        assertThat(scene.one("SELECT count(*) FROM webhook_event")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "SENDING, 0, ACCEPTED", "IN_DOUBT, 1, ACCEPTED", "IN_DOUBT, 3, READ",
                "WAITING, 2, DELIVERED",
        "DOUBT_CLOSED, 2, DELIVERED", "ACCEPTED, 2, DELIVERED", "DELIVERED, 3, READ",
                "DELIVERED, 4, READ",
        "READ, 2, READ", "READ, 1, READ", "DELIVERED, 1, DELIVERED", "ACCEPTED, 1, ACCEPTED",
        "ACCEPTED, -1, ACCEPTED", "DEAD, 2, DEAD", "WITHDRAWN, 2, WITHDRAWN"
    })
    void a_receipt_moves_up_the_ladder_only(String before, int ack, String after) {
        message(before);
        var body = ack(ack);
        assertThat(post(body, sign(KEY, body))).isEqualTo(200);
        assertThat(state()).isEqualTo(after);
        assertThat(scene.one("SELECT count(*) FROM outbox"))
                .isEqualTo(before.equals(after) ? "0" : "1");
    }

    @Test
    void the_same_event_a_hundred_times_is_one() {
        message("ACCEPTED");
        var body = ack(2);
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
                ack(2).replace(
                                Long.toString(clock.millis()),
                                Long.toString(
                                        clock.instant().minus(Duration.ofDays(8)).toEpochMilli()));
        assertThat(post(old, sign(KEY, old))).isEqualTo(200);
        assertThat(state()).isEqualTo("ACCEPTED");
    }

    @Test
    void a_receipt_for_an_id_nobody_knows_yet_is_kept() {
        var body = ack(2);
        assertThat(post(body, sign(KEY, body))).isEqualTo(200);
        assertThat(scene.one("SELECT state FROM receipt WHERE message_id = ?", ID))
                .isEqualTo("DELIVERED");
    }

    @Test
    void what_patients_write_is_counted_and_dropped() {
        var body =
                envelope(
                        "message",
                        "{\"id\":\"false_34600000123@c.us_ABCDEF01\",\"fromMe\":false,\"body\":\"hola\"}");
        assertThat(post(body, sign(KEY, body))).isEqualTo(200);
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("whatsapp_webhooks_total{result=\"INBOUND\"}");
    }

    @Test
    void a_session_change_changes_the_line() {
        var lost = envelope("session.status", "{\"status\":\"SCAN_QR_CODE\"}");
        post(lost, sign(KEY, lost));
        assertThat(scene.one("SELECT state FROM line WHERE name = 'default'")).isEqualTo("DOWN");
        var back = envelope("session.status", "{\"status\":\"WORKING\"}");
        post(back, sign(KEY, back));
        assertThat(scene.one("SELECT state FROM line WHERE name = 'default'")).isEqualTo("ABLE");
    }

    @Test
    void another_sessions_event_changes_nothing() {
        message("ACCEPTED");
        var body = ack(2).replace("\"default\"", "\"other\"");
        assertThat(post(body, sign(KEY, body))).isEqualTo(200);
        assertThat(state()).isEqualTo("ACCEPTED");
    }

    private String state() {
        return scene.one("SELECT state FROM message WHERE client_message_id = ?", ID);
    }

    private void message(String state) {
        scene.update(
                "INSERT INTO message (reminder_id, generation, state, changed_at, sequence, line,"
                    + " appointment_id, appointment_version, clinic_id, zone, due_at, send_before,"
                    + " fallback, fallback_after, client_message_id, record_topic,"
                    + " record_partition, record_offset, record_headers, record_value) VALUES (?,"
                    + " 1, ?, now(), 4, 'default', 'visit-1', 1, 'clinic-1', 'UTC', now(), now(),"
                    + " 'NONE', '0', ?, 't', 0, 0, '', '')",
                UUID.randomUUID(),
                state,
                ID);
    }

    private String ack(int ack) {
        return envelope(
                "message.ack",
                "{\"id\":\"true_34600000123@c.us_%s\",\"fromMe\":true,\"ack\":%d}"
                        .formatted(ID, ack));
    }

    private String envelope(String event, String payload) {
        return "{\"id\":\"evt_%s\",\"timestamp\":%d,\"event\":\"%s\",\"session\":\"default\",\"payload\":%s}"
                .formatted(UUID.randomUUID(), clock.millis(), event, payload);
    }

    private static int post(String body, String... signature) {
        var request = request(body);
        return status(
                signature.length == 0 ? request : request.header("X-Webhook-Hmac", signature[0]));
    }

    private static int status(RequestSpecification request) {
        return request.post("/webhooks/waha/default").statusCode();
    }

    private static RequestSpecification request(String body) {
        return RestAssured.given().contentType("application/json").body(body.getBytes(UTF_8));
    }

    private static String sign(String key, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA512"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

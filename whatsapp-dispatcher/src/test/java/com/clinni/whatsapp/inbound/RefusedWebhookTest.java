package com.clinni.whatsapp.inbound;

import static com.clinni.whatsapp.inbound.WahaWebhooks.KEY;
import static com.clinni.whatsapp.inbound.WahaWebhooks.ack;
import static com.clinni.whatsapp.inbound.WahaWebhooks.post;
import static com.clinni.whatsapp.inbound.WahaWebhooks.request;
import static com.clinni.whatsapp.inbound.WahaWebhooks.sign;
import static com.clinni.whatsapp.inbound.WahaWebhooks.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class RefusedWebhookTest {

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Test
    void nobody_who_cannot_sign_is_heard() {
        var body = ack(clock.millis(), 2);
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
    void a_refusal_says_nothing() {
        request(ack(clock.millis(), 2))
                .post("/webhooks/waha/default")
                .then()
                .statusCode(401)
                .body(emptyString());
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
        var body = ack(clock.millis(), 2);
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
}

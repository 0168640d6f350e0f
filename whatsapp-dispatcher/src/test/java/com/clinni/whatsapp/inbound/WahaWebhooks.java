package com.clinni.whatsapp.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks as the gateway would send them. */
final class WahaWebhooks {

    static final String KEY = "my-secret-key";
    static final String ID = "3EB0AABBCCDD";

    private WahaWebhooks() {}

    static String ack(long at, int ack) {
        return envelope(
                at,
                "message.ack",
                "{\"id\":\"true_34600000123@c.us_%s\",\"fromMe\":true,\"ack\":%d}"
                        .formatted(ID, ack));
    }

    static String envelope(long at, String event, String payload) {
        return "{\"id\":\"evt_%s\",\"timestamp\":%d,\"event\":\"%s\",\"session\":\"default\",\"payload\":%s}"
                .formatted(UUID.randomUUID(), at, event, payload);
    }

    /** A person writes a text now. */
    static String written(long at, String from, String text) {
        return written(at, from, text, "");
    }

    /** The same with more fields, each after a comma. */
    static String written(long at, String from, String text, String more) {
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        return envelope(
                at,
                "message",
                "{\"id\":\"false_%s_%s\",\"timestamp\":%d,\"from\":\"%s\",\"fromMe\":false,\"body\":\"%s\"%s}"
                        .formatted(from, id, at / 1000, from, text, more));
    }

    /** Posts it as the gateway of a line does. */
    static int tell(String body) {
        return post(body, sign(KEY, body));
    }

    static int post(String body, String... signature) {
        var request = request(body);
        return status(
                signature.length == 0 ? request : request.header("X-Webhook-Hmac", signature[0]));
    }

    static int status(RequestSpecification request) {
        return request.post("/webhooks/waha/default").statusCode();
    }

    static RequestSpecification request(String body) {
        return RestAssured.given().contentType("application/json").body(body.getBytes(UTF_8));
    }

    static String sign(String key, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA512"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

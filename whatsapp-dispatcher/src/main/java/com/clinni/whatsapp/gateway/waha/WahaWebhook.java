package com.clinni.whatsapp.gateway.waha;

import com.clinni.whatsapp.gateway.GatewayEvent;
import com.clinni.whatsapp.gateway.WebhookKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A webhook call of WAHA.
 *
 * @param id the same for every delivery of the same event
 * @param at when the gateway says it happened
 * @param kind what it is about, if that is anything we act on
 */
public record WahaWebhook(
        String id,
        String session,
        @Nullable Instant at,
        @Nullable WebhookKind kind,
        GatewayEvent event) {

    private static final Pattern EVENT_ID = Pattern.compile("[\\x21-\\x7e]{1,100}");

    /** Reads a body whose signature is good; empty when it is not a webhook of WAHA's. */
    public static Optional<WahaWebhook> read(byte[] body) {
        var json = WahaJson.read(body);
        var id = json.path("id").asText("");
        if (!EVENT_ID.matcher(id).matches() || !json.path("event").isTextual()) {
            return Optional.empty();
        }
        var at = json.path("timestamp");
        return Optional.of(
                new WahaWebhook(
                        id,
                        json.path("session").asText(""),
                        at.isIntegralNumber() && at.canConvertToLong()
                                ? Instant.ofEpochMilli(at.longValue())
                                : null,
                        kindOf(json.path("event").textValue()),
                        eventOf(json.path("event").textValue(), id, json.path("payload"))));
    }

    private static @Nullable WebhookKind kindOf(String name) {
        return switch (name) {
            case "message" -> WebhookKind.MESSAGE;
            case "message.edited" -> WebhookKind.EDITED_MESSAGE;
            case "message.any" -> WebhookKind.ANY_MESSAGE;
            case "message.ack" -> WebhookKind.RECEIPT;
            case "session.status" -> WebhookKind.SESSION;
            default -> null;
        };
    }

    private static GatewayEvent eventOf(String name, String id, JsonNode payload) {
        return switch (name) {
            case "message.ack" -> receipt(payload);
            case "session.status" ->
                    new GatewayEvent.SessionChanged(
                            WahaSessions.stateOf(payload.path("status").asText("")));
            case "message", "message.any" -> WahaInbound.of(payload, id);
            case "message.edited" -> WahaInbound.edited(payload, id);
            default -> new GatewayEvent.Ignored();
        };
    }

    private static GatewayEvent receipt(JsonNode payload) {
        var id = WahaMessages.idOf(payload);
        var ack = WahaMessages.ladder(payload.path("ack"));
        return id.isPresent() && ack.isPresent()
                ? new GatewayEvent.Receipt(
                        id.get(),
                        ack.get(),
                        WahaInbound.lidIn(payload.path("from").asText("")).orElse(null))
                : new GatewayEvent.Ignored();
    }
}

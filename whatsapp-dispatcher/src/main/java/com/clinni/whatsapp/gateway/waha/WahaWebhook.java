package com.clinni.whatsapp.gateway.waha;

import com.clinni.whatsapp.gateway.GatewayEvent;
import com.clinni.whatsapp.gateway.WebhookKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
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

    private static final String ECHOES_FOR_ACK_1 = "GOWS";
    private static final Pattern EVENT_ID = Pattern.compile("[\\x21-\\x7e]{1,100}");

    /** Reads a body whose signature is good; empty when it is not a webhook of WAHA's. */
    public static Optional<WahaWebhook> read(byte[] body) {
        var json = WahaJson.read(body);
        var id = json.path("id").asText("");
        if (!EVENT_ID.matcher(id).matches() || !json.path("event").isTextual()) {
            return Optional.empty();
        }
        var at = WahaJson.number(json.path("timestamp"));
        return Optional.of(
                new WahaWebhook(
                        id,
                        json.path("session").asText(""),
                        at.isPresent() ? Instant.ofEpochMilli(at.getAsLong()) : null,
                        kindOf(json.path("event").textValue()),
                        eventOf(json, id)));
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

    private static GatewayEvent eventOf(JsonNode json, String id) {
        var payload = json.path("payload");
        return switch (json.path("event").asText("")) {
            case "message.ack" -> receipt(payload, payload.path("from"), WahaAcks.levelOf(payload));
            case "session.status" ->
                    new GatewayEvent.SessionChanged(
                            WahaSessions.stateOf(payload.path("status").asText("")));
            case "message" -> WahaInbound.of(payload, id);
            case "message.any" ->
                    payload.path("fromMe").asBoolean(false)
                            ? echo(payload, json.path("engine").asText(""))
                            : WahaInbound.of(payload, id);
            case "message.edited" -> WahaInbound.edited(payload, id);
            default -> new GatewayEvent.Ignored();
        };
    }

    /**
     * Our own message, told again when it has left. Where an engine sends no ack 1 this is the
     * proof that WhatsApp has it. What somebody typed on the phone is none of ours.
     */
    private static GatewayEvent echo(JsonNode payload, String engine) {
        if (payload.path("source").asText("").equals("app")) {
            return new GatewayEvent.Ignored();
        }
        var told = WahaAcks.levelOf(payload);
        var isProof = engine.equals(ECHOES_FOR_ACK_1) && told.orElse(0) == 0;
        return receipt(payload, payload.path("to"), isProof ? OptionalInt.of(1) : told);
    }

    private static GatewayEvent receipt(JsonNode payload, JsonNode chat, OptionalInt level) {
        var id = WahaMessages.idOf(payload);
        if (id.isEmpty() || level.isEmpty()) {
            return new GatewayEvent.Ignored();
        }
        if (WahaAcks.isError(level.getAsInt())) {
            return new GatewayEvent.Failure(id.get(), WahaAcks.reasonIn(payload));
        }
        return new GatewayEvent.Receipt(
                id.get(),
                WahaAcks.ackOf(level.getAsInt()),
                WahaInbound.lidIn(chat.asText("")).orElse(null));
    }
}

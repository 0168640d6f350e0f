package com.clinni.whatsapp.gateway.waha;

import com.clinni.whatsapp.gateway.ChatId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * WAHA's messages in both shapes it answers: its own {@code {id, ack}} and the raw one of Baileys
 * {@code {key:{id}, status}}. Ids are told apart by their last part, the one WhatsApp itself uses:
 * the longer form contains the number.
 */
final class WahaMessages {

    private static final Pattern WHATSAPP_ID = Pattern.compile("[A-Za-z0-9.-]{6,100}");

    private WahaMessages() {}

    /** The id of the message that this body is, if it is one. */
    static Optional<String> idIn(byte[] body) {
        return idOf(WahaJson.read(body));
    }

    static Optional<String> idOf(JsonNode message) {
        var id = message.path("id");
        var raw = message.path("key").path("id");
        if (id.isTextual()) {
            return shortId(id.textValue());
        }
        if (id.path("_serialized").isTextual()) {
            return shortId(id.path("_serialized").textValue());
        }
        return raw.isTextual() ? shortId(raw.textValue()) : Optional.empty();
    }

    /** WAHA's own id of a message from us, from its chat and WhatsApp's id. */
    static String longId(ChatId chat, String id) {
        return "true_" + chat.value() + "_" + id;
    }

    /** {@code true_<chat>_<id>} and {@code <id>} are the same message. */
    static Optional<String> shortId(String id) {
        var parts = id.split("_", -1);
        var last = parts.length >= 3 ? parts[2] : id;
        return WHATSAPP_ID.matcher(last).matches() ? Optional.of(last) : Optional.empty();
    }
}

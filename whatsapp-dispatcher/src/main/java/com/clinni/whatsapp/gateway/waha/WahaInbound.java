package com.clinni.whatsapp.gateway.waha;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.GatewayEvent;
import com.clinni.whatsapp.gateway.InboundMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * WAHA's {@code message}: who wrote it, as far as WhatsApp tells. A sender is a number ({@code
 * @c.us}), a hidden number ({@code @lid}) or none that is ever answered.
 */
final class WahaInbound {

    private static final Pattern NUMBER =
            Pattern.compile("([1-9]\\d{7,14})(:\\d+)?@(c\\.us|s\\.whatsapp\\.net)");
    private static final Pattern HIDDEN = Pattern.compile("(\\d{5,20})(:\\d+)?@lid");
    private static final Pattern NO_PERSON = Pattern.compile(".*@(g\\.us|newsletter|broadcast)");

    /** Where the engines put the number behind a {@code @lid}, those of them that know it. */
    private static final List<String> NUMBERS_BEHIND =
            List.of(
                    "/_data/Info/SenderAlt",
                    "/_data/key/remoteJidAlt",
                    "/_data/key/senderPn",
                    "/_data/senderPn");

    private static final int LONGEST_TEXT = 1_000;
    private static final long NO_SECONDS_FROM = 100_000_000_000L;

    private WahaInbound() {}

    /** A text that somebody wrote. */
    static GatewayEvent of(JsonNode payload, String eventId) {
        return of(payload, eventId, editedId(payload));
    }

    /**
     * What somebody wrote before, in other words. Engines that do not say which message it was give
     * the event that message's id.
     */
    static GatewayEvent edited(JsonNode payload, String eventId) {
        return of(payload, eventId, editedId(payload).or(() -> WahaMessages.idOf(payload)));
    }

    /** Several edits of one message may bear its id: they are told apart by their events'. */
    private static GatewayEvent of(JsonNode payload, String eventId, Optional<String> editedId) {
        var from = payload.path("from").asText("");
        var id = editedId.isPresent() ? Optional.of(eventId) : WahaMessages.idOf(payload);
        if (payload.path("fromMe").asBoolean(false) || id.isEmpty()) {
            return new GatewayEvent.Ignored();
        }
        if (NO_PERSON.matcher(from).matches()) {
            return new GatewayEvent.Overheard();
        }
        var lid = lidIn(from);
        var digits = digitsIn(from).or(() -> lid.flatMap(_ -> numberBehind(payload))).orElse(null);
        if (lid.isEmpty() && digits == null) {
            return new GatewayEvent.Ignored();
        }
        return new GatewayEvent.Inbound(
                new InboundMessage(
                        id.get(),
                        digits == null ? null : new PhoneNumber("+" + digits),
                        digits == null ? null : new ChatId(digits + "@c.us"),
                        lid.orElse(null),
                        quoted(payload.path("replyTo")).orElse(null),
                        editedId.orElse(null),
                        text(payload.path("body").asText("")),
                        at(payload.path("timestamp"))));
    }

    /** What WhatsApp calls somebody whose number it hides. */
    static Optional<String> lidIn(String chat) {
        var hidden = HIDDEN.matcher(chat);
        return hidden.matches() ? Optional.of(hidden.group(1)) : Optional.empty();
    }

    /** The digits of a chat that has a number in it. */
    static Optional<String> digitsIn(String chat) {
        var number = NUMBER.matcher(chat);
        return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
    }

    private static Optional<String> numberBehind(JsonNode payload) {
        return NUMBERS_BEHIND.stream()
                .map(place -> payload.at(place).asText(""))
                .flatMap(chat -> digitsIn(chat).stream())
                .findFirst();
    }

    private static Optional<String> editedId(JsonNode payload) {
        return WahaMessages.shortId(payload.path("editedMessageId").asText(""));
    }

    private static Optional<String> quoted(JsonNode replyTo) {
        return Stream.of(replyTo, replyTo.path("id"), replyTo.path("id").path("_serialized"))
                .filter(JsonNode::isTextual)
                .flatMap(id -> WahaMessages.shortId(id.textValue()).stream())
                .findFirst();
    }

    /** No database keeps U+0000 or half a surrogate pair, and nobody writes them by hand. */
    private static String text(String written) {
        return written.codePoints()
                .filter(c -> c != 0 && (c < 0xD800 || c > 0xDFFF))
                .limit(LONGEST_TEXT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static @Nullable Instant at(JsonNode timestamp) {
        var told = WahaJson.number(timestamp).orElse(0);
        return told <= 0 || told >= NO_SECONDS_FROM ? null : Instant.ofEpochSecond(told);
    }
}

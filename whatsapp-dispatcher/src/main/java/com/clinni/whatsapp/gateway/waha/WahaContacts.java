package com.clinni.whatsapp.gateway.waha;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.Existence;
import com.clinni.whatsapp.gateway.HiddenNumber;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.Answered;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The tables of what WAHA says of people: under which chat a number is known, and which number a
 * lid hides. A chat may have other digits than its number.
 */
final class WahaContacts {

    private WahaContacts() {}

    static Existence existence(PhoneNumber number, WahaAnswer answer) {
        if (!(answer instanceof Answered(int status, byte[] body, _)) || status != 200) {
            return WahaErrors.outcomeOf(answer) instanceof InDoubt doubt && doubt.mayBeOfRecipient()
                    ? new Existence.Failed()
                    : new Existence.Unknown(WahaErrors.troubleOf(answer));
        }
        var said = WahaJson.read(body);
        return switch (said.path("numberExists").asText()) {
            case "true" -> found(number, said);
            case "false" -> new Existence.No();
            default -> new Existence.Unknown(NotSentReason.GATEWAY_UNREACHABLE);
        };
    }

    /** No answer is not the same as nobody: who it is may be known to a gateway that is back. */
    static HiddenNumber hidden(WahaAnswer answer) {
        return answer instanceof Answered(int status, byte[] body, _)
                ? switch (status) {
                    case 200 -> hidden(WahaJson.read(body));
                    case 400, 501 -> new HiddenNumber.NotKnown();
                    default -> new HiddenNumber.NoAnswer();
                }
                : new HiddenNumber.NoAnswer();
    }

    private static HiddenNumber hidden(JsonNode said) {
        if (!said.has("pn")) {
            return new HiddenNumber.NoAnswer();
        }
        return numbered(said.path("pn"))
                .<HiddenNumber>map(HiddenNumber.Known::new)
                .orElse(new HiddenNumber.NotKnown());
    }

    private static Existence found(PhoneNumber number, JsonNode said) {
        var lid = WahaInbound.lidIn(said.path("chatId").asText(""));
        if (lid.isPresent()) {
            return new Existence.Yes(
                    new ChatId(lid.get() + "@lid"), numbered(said.path("pn")).orElse(null));
        }
        var chat = numbered(said.path("chatId"));
        return new Existence.Yes(chat.orElse(new ChatId(number.digits() + "@c.us")), null);
    }

    private static Optional<ChatId> numbered(JsonNode chat) {
        return WahaInbound.digitsIn(chat.asText("")).map(digits -> new ChatId(digits + "@c.us"));
    }
}

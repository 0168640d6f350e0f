package com.clinni.whatsapp.gateway.waha;

import static com.clinni.whatsapp.gateway.waha.WahaGateway.encoded;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.Reconciliation;
import com.clinni.whatsapp.gateway.Reconciliation.CredentialsRefused;
import com.clinni.whatsapp.gateway.Reconciliation.Failed;
import com.clinni.whatsapp.gateway.Reconciliation.Found;
import com.clinni.whatsapp.gateway.Reconciliation.ProvedAbsent;
import com.clinni.whatsapp.gateway.Reconciliation.Unknown;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.Answered;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks for a message that we may have sent: by its id, and when that does not find it, also in the
 * chat's recent messages. Engines word "there is no such message" in their own ways, some as an
 * error 500, so only the list proves an absence.
 */
final class WahaLookUp {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** So many of our own messages to one chat within minutes there never are. */
    private static final int MOST_RECENT = 20;

    private final WahaHttp http;
    private final String session;

    WahaLookUp(WahaHttp http, String session) {
        this.http = http;
        this.session = session;
    }

    Reconciliation find(ClientMessageId id, ChatId chat, Instant sentAround) {
        var longId = encoded(WahaMessages.longId(chat, id.value()));
        var answer = http.get(messagesOf(chat.value()) + "/" + longId + "?downloadMedia=false");
        if (WahaErrors.isRefused(answer)) {
            return new CredentialsRefused();
        }
        return switch (answer) {
            case Answered answered ->
                    one(id, answered).orElseGet(() -> amongRecent(id, recent(chat, sentAround)));
            default -> new Unknown();
        };
    }

    private WahaAnswer recent(ChatId chat, Instant sentAround) {
        var since = sentAround.minus(CLOCKS_DIFFER).getEpochSecond();
        return http.get(
                messagesOf(chat.value())
                        + "?limit="
                        + MOST_RECENT
                        + "&downloadMedia=false&filter.fromMe=true&filter.timestamp.gte="
                        + since);
    }

    private static Optional<Reconciliation> one(ClientMessageId id, Answered answer) {
        return answer.status() == 200
                ? asFound(id, WahaJson.read(answer.body()))
                : Optional.empty();
    }

    private static Reconciliation amongRecent(ClientMessageId id, WahaAnswer answer) {
        if (WahaErrors.isRefused(answer)) {
            return new CredentialsRefused();
        }
        if (!(answer instanceof Answered(int status, byte[] body, _)) || status != 200) {
            return new Unknown();
        }
        var recent = WahaJson.read(body);
        for (var message : recent) {
            var found = asFound(id, message);
            if (found.isPresent()) {
                return found.get();
            }
        }
        // a full page is not all there is
        return recent.isArray() && recent.size() < MOST_RECENT ? new ProvedAbsent() : new Unknown();
    }

    private static Optional<Reconciliation> asFound(ClientMessageId id, JsonNode message) {
        return WahaMessages.idOf(message)
                .filter(id.value()::equals)
                .map(found -> progress(found, message));
    }

    private static Reconciliation progress(String id, JsonNode message) {
        var level = WahaAcks.levelOf(message).orElse(0);
        return WahaAcks.isError(level)
                ? new Failed(WahaAcks.reasonIn(message))
                : new Found(id, WahaAcks.ackOf(level));
    }

    private String messagesOf(String chat) {
        return "/api/" + encoded(session) + "/chats/" + encoded(chat) + "/messages";
    }
}

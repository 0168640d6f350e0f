package com.clinni.whatsapp.gateway.waha;

import static com.clinni.whatsapp.gateway.waha.WahaGateway.encoded;

import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.Reconciliation;
import com.clinni.whatsapp.gateway.Reconciliation.Found;
import com.clinni.whatsapp.gateway.Reconciliation.ProvedAbsent;
import com.clinni.whatsapp.gateway.Reconciliation.Unknown;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.Answered;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks for a message that we may have sent: by its id, and when that says no, also in the chat's
 * recent messages, because only a look-up that works proves an absence.
 */
final class WahaLookUp {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final WahaHttp http;
    private final String session;

    WahaLookUp(WahaHttp http, String session) {
        this.http = http;
        this.session = session;
    }

    Reconciliation find(ClientMessageId id, ChatId chat, Instant sentAround) {
        var messages = "/api/" + encoded(session) + "/chats/" + encoded(chat.value()) + "/messages";
        var longId = encoded(WahaMessages.longId(chat, id.value()));
        var answer = http.get(messages + "/" + longId + "?downloadMedia=false");
        if (!(answer instanceof Answered(int status, byte[] body, _))) {
            return new Unknown();
        }
        return switch (status) {
            case 200 -> one(id, body);
            case 404 -> amongRecent(id, messages, sentAround);
            default -> new Unknown();
        };
    }

    private static Reconciliation one(ClientMessageId id, byte[] body) {
        var message = WahaJson.read(body);
        return WahaMessages.idOf(message)
                .filter(id.value()::equals)
                .<Reconciliation>map(found -> new Found(found, WahaMessages.ackOf(message)))
                .orElse(new Unknown());
    }

    private Reconciliation amongRecent(ClientMessageId id, String messages, Instant sentAround) {
        var since = sentAround.minus(CLOCKS_DIFFER).getEpochSecond();
        var answer =
                http.get(
                        messages
                                + "?limit=20&downloadMedia=false&filter.fromMe=true"
                                + "&filter.timestamp.gte="
                                + since);
        if (!(answer instanceof Answered(int status, byte[] body, _)) || status != 200) {
            return new Unknown();
        }
        var recent = WahaJson.read(body);
        if (!recent.isArray()) {
            return new Unknown();
        }
        for (var message : recent) {
            if (WahaMessages.idOf(message).filter(id.value()::equals).isPresent()) {
                return new Found(id.value(), WahaMessages.ackOf(message));
            }
        }
        return new ProvedAbsent();
    }
}

package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Phones;
import com.clinni.testbed.simulator.http.HttpAnswer;
import com.clinni.testbed.simulator.http.Json;
import com.clinni.testbed.simulator.http.Request;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/sendText} */
final class WahaSend {

    private static final String RETRY_SECONDS = "5";

    private final SimulatedMessages messages;
    private final SimulatedContacts contacts;
    private final ReceiptSender receipts;
    private final Supplier<Installation> installation;
    private final Supplier<Set<String>> refused;

    /**
     * @param refused the numbers whose messages are accepted, and refused afterwards
     */
    WahaSend(
            SimulatedMessages messages,
            SimulatedContacts contacts,
            ReceiptSender receipts,
            Supplier<Installation> installation,
            Supplier<Set<String>> refused) {
        this.messages = messages;
        this.contacts = contacts;
        this.receipts = receipts;
        this.installation = installation;
        this.refused = refused;
    }

    HttpAnswer answer(Request request, Behaviour behaviour) throws InterruptedException {
        var body = Json.readObject(request.body());
        var chat = Json.text(body, "chatId");
        var text = Json.text(body, "text");
        if (!WahaApi.SESSION.equals(Json.text(body, "session"))) {
            return WahaApi.unknownSession();
        }
        if (chat == null || !isPerson(chat) || text == null || text.isEmpty()) {
            return WahaApi.failure(422, "chatId and text are needed");
        }
        var contact = contacts.in(chat);
        var number = contact == null ? null : contact.number();
        return switch (behaviour.mode()) {
            case RATE_LIMITED ->
                    WahaApi.failure(429, "Too Many Requests").with("Retry-After", RETRY_SECONDS);
            case SESSION_LOST -> WahaApi.sessionLost(behaviour);
            case ERROR_500 -> internalError(body, words(behaviour));
            case SILENT -> created(messages.send(chat, clientId(body), text, null));
            case HANG_AFTER_SENDING -> {
                messages.send(chat, clientId(body), text, number);
                yield HttpAnswer.NEVER;
            }
            case NOT_ON_WHATSAPP, OK, SLOW ->
                    contact == null || contact.sendError() == null
                            ? sent(chat, number, body, text, behaviour)
                            : internalError(body, contact.sendError());
            case UNDELIVERED -> refused(chat, body, text, behaviour.error());
            case DOWN, ERROR_503, KEY_REFUSED, GARBAGE, NO_BALANCE, SENDER_BLOCKED ->
                    throw new IllegalStateException("This mode is not the sender's.");
        };
    }

    private static boolean isPerson(String chat) {
        return Phones.isChat(chat) || chat.matches("\\d{5,20}@lid");
    }

    private HttpAnswer sent(
            String chat, @Nullable String number, JsonNode body, String text, Behaviour behaviour)
            throws InterruptedException {
        if (number != null && refused.get().contains(number)) {
            return refused(chat, body, text, null);
        }
        var exists = number != null && !behaviour.excludes(number);
        var message = messages.send(chat, clientId(body), text, exists ? number : null);
        behaviour.delay();
        if (exists) {
            receipts.delivered(message);
        } else {
            receipts.stuckAtServer(message);
        }
        return created(message);
    }

    /** Accepted, and a moment later it is told that WhatsApp has not taken it. */
    private HttpAnswer refused(String chat, JsonNode body, String text, @Nullable Integer error) {
        var message = messages.send(chat, clientId(body), text, null);
        receipts.failed(message, error);
        return created(message);
    }

    private static HttpAnswer created(SimulatedMessages.Message message) {
        return HttpAnswer.json(201, message.json());
    }

    private String clientId(JsonNode body) {
        var id = Json.text(body, "id");
        if (id == null || id.isBlank() || !installation.get().engine().givesIds()) {
            return SimulatedMessages.newId();
        }
        return id;
    }

    private static String words(Behaviour behaviour) {
        return behaviour.error() == null
                ? "Internal Server Error"
                : "server returned error " + behaviour.error();
    }

    private HttpAnswer internalError(JsonNode body, String message) {
        return HttpAnswer.json(
                500, installation.get().errorPage(message, "/api/sendText", "POST", body));
    }
}

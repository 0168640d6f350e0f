package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.channel.Ledger;
import com.clinni.testbed.simulator.channel.Phones;
import com.clinni.testbed.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's messages, and those that reached the phones. Both change together, so that an id
 * that is used twice reaches a phone once: WhatsApp itself knows a message by its id.
 */
final class SimulatedMessages implements AutoCloseable {

    static final int FAILED = -1;
    private static final int RESTRICTED = 463;
    private static final String ME = "34600000000@c.us";
    private static final List<String> ACK_NAMES =
            List.of("ERROR", "PENDING", "SERVER", "DEVICE", "READ", "PLAYED");

    /** A message as the gateway sees it. */
    record Message(
            String id,
            String chat,
            String text,
            Instant at,
            boolean fromMe,
            int ack,
            @Nullable Integer error) {

        Message(String id, String chat, String text, Instant at, boolean fromMe, int ack) {
            this(id, chat, text, at, fromMe, ack, null);
        }

        ObjectNode json() {
            var json =
                    Json.MAPPER
                            .createObjectNode()
                            .put("id", id)
                            .put("timestamp", at.getEpochSecond())
                            .put("from", fromMe ? ME : chat)
                            .put("fromMe", fromMe)
                            .put("source", fromMe ? "api" : "app")
                            .put("to", fromMe ? chat : ME)
                            .put("body", text)
                            .put("hasMedia", false)
                            .put("ack", ack)
                            .put("ackName", ackName(ack));
            json.putNull("replyTo");
            json.putObject("_data");
            if (error != null) {
                json.set("error", SimulatedMessages.error(error));
            }
            return json;
        }

        Message acked(int newAck) {
            return new Message(id, chat, text, at, fromMe, Math.max(ack, newAck));
        }
    }

    /** How WAHA tells why WhatsApp refused a message. */
    static ObjectNode error(int code) {
        return Json.MAPPER
                .createObjectNode()
                .put("code", Integer.toString(code))
                .put("blocked", code == RESTRICTED);
    }

    private final Map<String, Message> messages = new HashMap<>();
    private final Map<String, List<String>> byChat = new HashMap<>();
    private final Ledger<ReceivedWhatsApp> phones;
    private final Clock clock;

    SimulatedMessages(Path record, Clock clock) {
        this.clock = clock;
        phones = new Ledger<>(record, ReceivedWhatsApp.class);
        for (var received : phones.entries()) {
            keep(
                    new Message(
                            received.id(),
                            chatIn(received.id()),
                            received.text(),
                            received.at(),
                            true,
                            2));
        }
    }

    /** {@code true_<chat>_<id>} */
    private static String chatIn(String id) {
        var begin = id.indexOf('_') + 1;
        return id.substring(begin, id.indexOf('_', begin));
    }

    static String newId() {
        var random = new byte[9];
        ThreadLocalRandom.current().nextBytes(random);
        return "3EB0" + HexFormat.of().withUpperCase().formatHex(random);
    }

    static String ackName(int ack) {
        return ACK_NAMES.get(ack + 1);
    }

    /** Takes a message; it reaches that number's phone, if any, and if it is not there already. */
    synchronized Message send(String chat, String clientId, String text, @Nullable String number) {
        var id = "true_%s_%s".formatted(chat, clientId);
        var known = messages.get(id);
        if (known != null) {
            return known;
        }
        var message = new Message(id, chat, text, clock.instant(), true, 0);
        if (number != null) {
            phones.append(new ReceivedWhatsApp(message.at(), number, text, id));
        }
        keep(message);
        return message;
    }

    synchronized ObjectNode inbound(InboundWhatsApp written, String chat) {
        var id = "%s_%s_%s".formatted(written.fromMe(), chat, newId());
        var at = written.at() == null ? clock.instant() : written.at();
        var message = new Message(id, chat, written.text(), at, written.fromMe(), 2);
        keep(message);
        var json = message.json();
        if (written.replyTo() != null) {
            json.putObject("replyTo").put("id", written.replyTo());
        }
        if (written.number() != null) {
            json.putObject("_data")
                    .putObject("Info")
                    .put("SenderAlt", Phones.digits(written.number()) + "@s.whatsapp.net");
        }
        return json;
    }

    synchronized void ack(String id, int ack) {
        messages.computeIfPresent(id, (key, message) -> message.acked(ack));
    }

    synchronized void fail(String id, @Nullable Integer error) {
        messages.computeIfPresent(
                id,
                (_, was) ->
                        new Message(
                                id, was.chat(), was.text(), was.at(), was.fromMe(), FAILED, error));
    }

    /** By the whole id, or the part of it that the client chose. */
    synchronized @Nullable Message find(String chat, String id) {
        var message = messages.get(id);
        return message != null ? message : messages.get("true_%s_%s".formatted(chat, id));
    }

    /** The messages of one chat, newest first. */
    synchronized List<Message> of(String chat) {
        var found = new ArrayList<Message>();
        byChat.getOrDefault(chat, List.of()).forEach(id -> found.add(messages.get(id)));
        found.sort((a, b) -> b.at().compareTo(a.at()));
        return found;
    }

    private void keep(Message message) {
        messages.put(message.id(), message);
        byChat.computeIfAbsent(message.chat(), chat -> new ArrayList<>()).add(message.id());
    }

    List<ReceivedWhatsApp> received() {
        return phones.entries();
    }

    @Override
    public void close() {
        phones.close();
    }
}

package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.channel.Phones;
import com.clinni.testbed.simulator.http.HttpAnswer;
import com.clinni.testbed.simulator.http.Json;
import com.clinni.testbed.simulator.http.Request;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The requests of WAHA's API that change nothing. */
final class WahaLookups {

    private static final int DEFAULT_LIMIT = 10;

    private final SimulatedMessages messages;
    private final SimulatedContacts contacts;
    private final Supplier<Installation> installation;

    WahaLookups(
            SimulatedMessages messages,
            SimulatedContacts contacts,
            Supplier<Installation> installation) {
        this.messages = messages;
        this.contacts = contacts;
        this.installation = installation;
    }

    HttpAnswer answer(Request request, Behaviour behaviour) {
        var path = request.path();
        if (!request.method().equals("GET") || path.size() < 3) {
            return WahaApi.notFound(request);
        }
        if (path.get(1).equals("sessions")) {
            return path.get(2).equals(WahaApi.SESSION)
                    ? HttpAnswer.json(200, session(behaviour))
                    : WahaApi.unknownSession();
        }
        var contacts = path.equals(List.of("api", "contacts", "check-exists"));
        var asked = contacts ? request.query().get("session") : path.get(1);
        if (!WahaApi.SESSION.equals(asked)) {
            return WahaApi.unknownSession();
        }
        if (behaviour.is(Mode.SESSION_LOST)) {
            return WahaApi.sessionLost(behaviour);
        }
        if (contacts) {
            return exists(request.query().getOrDefault("phone", ""), behaviour);
        }
        return ofSession(request, path);
    }

    private HttpAnswer ofSession(Request request, List<String> path) {
        var engine = installation.get().engine();
        if (path.size() == 3 && path.get(2).equals("new-message-id")) {
            return engine.givesIds()
                    ? HttpAnswer.json(200, Map.of("id", SimulatedMessages.newId()))
                    : WahaApi.failure(501, "The method is not implemented by the engine");
        }
        if (path.size() == 4 && path.get(2).equals("lids")) {
            return lid(path.get(3));
        }
        var chat = path.size() >= 5 && path.get(2).equals("chats") ? path.get(3) : null;
        if (chat == null || !path.get(4).equals("messages")) {
            return WahaApi.notFound(request);
        }
        if (!engine.keepsMessages()) {
            return WahaApi.failure(400, "The engine's store is not enabled");
        }
        return path.size() == 5 ? list(chat, request.query()) : one(chat, path.get(5));
    }

    private HttpAnswer one(String chat, String id) {
        var message = messages.find(chat, id);
        return message == null ? unknown(id) : HttpAnswer.json(200, message.json());
    }

    private HttpAnswer unknown(String id) {
        var waha = installation.get();
        return waha.engine().failsWhereNothingIsFound()
                ? HttpAnswer.json(
                        500,
                        waha.errorPage(
                                "error getting message " + id + ": not found",
                                "/api/" + WahaApi.SESSION,
                                "GET",
                                Map.of()))
                : WahaApi.failure(404, "Message not found");
    }

    private HttpAnswer list(String chat, Map<String, String> query) {
        var from = number(query, "filter.timestamp.gte", Long.MIN_VALUE);
        var to = number(query, "filter.timestamp.lte", Long.MAX_VALUE);
        var fromMe = query.get("filter.fromMe");
        return HttpAnswer.json(
                200,
                messages.of(chat).stream()
                        .filter(m -> m.at().getEpochSecond() >= from)
                        .filter(m -> m.at().getEpochSecond() <= to)
                        .filter(m -> fromMe == null || m.fromMe() == Boolean.parseBoolean(fromMe))
                        .skip(number(query, "offset", 0))
                        .limit(number(query, "limit", DEFAULT_LIMIT))
                        .map(SimulatedMessages.Message::json)
                        .toList());
    }

    private static long number(Map<String, String> query, String name, long absent) {
        return query.containsKey(name) ? Long.parseLong(query.get(name)) : absent;
    }

    private HttpAnswer exists(String phone, Behaviour behaviour) {
        if (!Phones.isChat(Phones.chat(phone)) || behaviour.excludes(phone)) {
            return HttpAnswer.json(200, Map.of("numberExists", false));
        }
        var contact = contacts.of(phone);
        if (contact.checkError() != null) {
            return WahaApi.failure(500, contact.checkError());
        }
        var found = Json.MAPPER.createObjectNode().put("numberExists", true);
        found.put("chatId", contact.chatId());
        if (contact.isLid() && !contact.hidden()) {
            found.put("pn", Phones.chat(contact.number()));
        }
        return HttpAnswer.json(200, found);
    }

    /** Whose number is behind it; WAHA answers so, too, where it does not know. */
    private HttpAnswer lid(String asked) {
        var lid = asked.endsWith("@lid") ? asked : asked + "@lid";
        var contact = contacts.in(lid);
        var answer = Json.MAPPER.createObjectNode().put("lid", lid);
        return HttpAnswer.json(
                200,
                contact == null || contact.hidden()
                        ? answer.putNull("pn")
                        : answer.put("pn", Phones.chat(contact.number())));
    }

    private ObjectNode session(Behaviour behaviour) {
        var engine = installation.get().engine();
        var session =
                Json.MAPPER
                        .createObjectNode()
                        .put("name", WahaApi.SESSION)
                        .put("status", WahaApi.sessionStatus(behaviour));
        if (behaviour.is(Mode.SESSION_LOST)) {
            session.putNull("me");
        } else {
            session.set("me", WahaApi.me());
        }
        session.putObject("engine").put("engine", engine.waha());
        if (engine.waha().equals("NOWEB")) {
            session.putObject("config")
                    .putObject("noweb")
                    .putObject("store")
                    .put("enabled", engine.keepsMessages());
        }
        return session;
    }
}

package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.http.HttpAnswer;
import com.clinni.testbed.simulator.http.HttpListener;
import com.clinni.testbed.simulator.http.Json;
import com.clinni.testbed.simulator.http.Request;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** WAHA's HTTP contract, as far as a dispatcher of texts needs it, with the ways it can fail. */
final class WahaApi implements HttpListener.Handler {

    static final String SESSION = "default";

    private final String apiKey;
    private final Supplier<Behaviour> behaviour;
    private final Supplier<Installation> installation;
    private final WahaSend send;
    private final WahaLookups lookups;

    WahaApi(
            String apiKey,
            SimulatedMessages messages,
            SimulatedContacts contacts,
            ReceiptSender receipts,
            Supplier<Behaviour> behaviour,
            Supplier<Installation> installation,
            Supplier<Set<String>> refused) {
        this.apiKey = apiKey;
        this.behaviour = behaviour;
        this.installation = installation;
        send = new WahaSend(messages, contacts, receipts, installation, refused);
        lookups = new WahaLookups(messages, contacts, installation);
    }

    static ObjectNode me() {
        return Json.MAPPER
                .createObjectNode()
                .put("id", "34600000000@c.us")
                .put("lid", "100000000000000@lid")
                .put("pushName", "Clinni");
    }

    static String sessionStatus(Behaviour behaviour) {
        return behaviour.is(Mode.SESSION_LOST) ? "SCAN_QR_CODE" : "WORKING";
    }

    @Override
    public HttpAnswer answer(Request request) throws Exception {
        var now = behaviour.get().thisTime();
        var path = request.path();
        if (now.is(Mode.ERROR_503)) {
            return failure(503, "Service Unavailable");
        }
        if (now.is(Mode.GARBAGE)) {
            return HttpAnswer.garbage(request.method().equals("POST") ? 201 : 200);
        }
        if (path.equals(List.of("ping"))) {
            return HttpAnswer.json(200, Map.of("message", "pong"));
        }
        if (path.equals(List.of("health"))) {
            return HttpAnswer.json(200, Map.of("status", "ok"));
        }
        if (!request.header("x-api-key").equals(apiKey)) {
            return failure(401, "Unauthorized");
        }
        if (now.is(Mode.KEY_REFUSED)) {
            return failure(403, "Forbidden");
        }
        if (path.isEmpty() || !path.get(0).equals("api")) {
            return notFound(request);
        }
        if (request.route().equals("GET /api/server/version")) {
            return HttpAnswer.json(200, installation.get().json());
        }
        return request.route().equals("POST /api/sendText")
                ? send.answer(request, now)
                : lookups.answer(request, now);
    }

    static HttpAnswer failure(int status, String message) {
        return HttpAnswer.json(status, Map.of("message", message, "statusCode", status));
    }

    static HttpAnswer notFound(Request request) {
        return failure(404, "Cannot " + request.method() + " this path");
    }

    static HttpAnswer unknownSession() {
        return failure(404, "Session does not exist");
    }

    /** What every call that needs WhatsApp gets while the phone is not linked. */
    static HttpAnswer sessionLost(Behaviour behaviour) {
        return HttpAnswer.json(
                422,
                Map.of(
                        "error",
                        "Session status is not as expected. Try again later or restart the session",
                        "session",
                        SESSION,
                        "status",
                        sessionStatus(behaviour),
                        "expected",
                        List.of("WORKING")));
    }
}

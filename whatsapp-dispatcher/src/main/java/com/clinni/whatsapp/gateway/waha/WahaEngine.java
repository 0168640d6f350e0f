package com.clinni.whatsapp.gateway.waha;

import static com.clinni.whatsapp.gateway.waha.WahaGateway.encoded;

import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.NewMessageId;
import com.clinni.whatsapp.gateway.NewMessageId.Given;
import com.clinni.whatsapp.gateway.NewMessageId.NotGiven;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SessionState;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.Answered;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The engine that WAHA runs for a session. What it can do is tried, not believed: a name or a
 * version only tells an unsuitable one sooner. docs/operations.md has the table.
 */
final class WahaEngine {

    private static final Logger LOG = Logger.getLogger(WahaEngine.class);

    /** WhatsApp Web in a browser: an id of ours goes unheard there. */
    private static final Set<String> IN_A_BROWSER = Set.of("WEBJS", "WPP", "VENOM");

    private static final String NO_IDS = "it gives no ids for messages to come";
    private static final WahaVersion OLDEST = new WahaVersion(2026, 4, 3);

    /** Answers to a look-up that say that there are none. */
    private static final Set<Integer> NOT_KEPT = Set.of(400, 422, 501);

    private final WahaHttp http;
    private final String session;
    private volatile String lastTold = "";

    WahaEngine(WahaHttp http, String session) {
        this.http = http;
        this.session = session;
    }

    NewMessageId newMessageId() {
        var answer = http.get("/api/" + encoded(session) + "/new-message-id");
        if (answer instanceof Answered(int status, byte[] body, _) && status == 200) {
            return WahaMessages.idIn(body)
                    .<NewMessageId>map(id -> new Given(new ClientMessageId(id)))
                    .orElse(new NotGiven(NotSentReason.GATEWAY_UNREACHABLE));
        }
        return new NotGiven(WahaErrors.troubleOf(answer));
    }

    SessionState inspect() {
        var answer = askForSession();
        var state = WahaSessions.stateOf(answer);
        return state == SessionState.READY && answer instanceof Answered answered
                ? inspect(WahaJson.read(answered.body()))
                : state;
    }

    private WahaAnswer askForSession() {
        return http.get("/api/sessions/" + encoded(session));
    }

    private SessionState inspect(JsonNode told) {
        var engine = told.path("engine").path("engine").asText("");
        if (IN_A_BROWSER.contains(engine)) {
            return unsuitable("the engine " + engine + " takes no message ids of ours");
        }
        var tooOld = version().filter(version -> version.compareTo(OLDEST) < 0);
        if (tooOld.isPresent()) {
            return unsuitable("WAHA " + tooOld.get() + " is older than " + OLDEST);
        }
        return switch (newMessageId()) {
            case Given _ -> lookUps(told.path("me").path("id").asText(""));
            case NotGiven(var reason) -> withoutIds(reason);
        };
    }

    /** Empty where nobody says it, as to a key of one session. */
    private Optional<WahaVersion> version() {
        return http.get("/api/server/version") instanceof Answered(int status, byte[] body, _)
                        && status == 200
                ? WahaVersion.read(WahaJson.read(body).path("version").asText(""))
                : Optional.empty();
    }

    private SessionState withoutIds(NotSentReason reason) {
        return switch (reason) {
            case ENGINE_UNSUITABLE, REFUSED_BY_PROVIDER -> unsuitable(NO_IDS);
            case CREDENTIALS_REFUSED -> SessionState.CREDENTIALS_REFUSED;
            case LINE_DOWN -> {
                // as a WAHA says whose session is lost, and one from before there were ids
                var state = WahaSessions.stateOf(askForSession());
                yield state == SessionState.READY ? unsuitable(NO_IDS) : state;
            }
            default -> SessionState.UNREACHABLE;
        };
    }

    /** Looks into our own chat. Only a plain "no" counts: one look that fails is no inability. */
    private SessionState lookUps(String ownChat) {
        if (ownChat.isEmpty()) {
            return suitable();
        }
        var answer =
                http.get(
                        "/api/"
                                + encoded(session)
                                + "/chats/"
                                + encoded(ownChat)
                                + "/messages?limit=1&downloadMedia=false");
        if (WahaErrors.isRefused(answer)) {
            return SessionState.CREDENTIALS_REFUSED;
        }
        return answer instanceof Answered(int status, _, _) && NOT_KEPT.contains(status)
                ? unsuitable("it keeps no messages to look up: NOWEB needs its store enabled")
                : suitable();
    }

    private SessionState suitable() {
        lastTold = "";
        return SessionState.READY;
    }

    /** Told once, for it is looked at every few seconds until somebody mends it. */
    private SessionState unsuitable(String why) {
        if (!lastTold.equals(why)) {
            lastTold = why;
            LOG.warnf("WAHA session %s is of no use: %s", session, why);
        }
        return SessionState.ENGINE_UNSUITABLE;
    }
}

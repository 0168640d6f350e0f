package com.clinni.testbed.simulator.sms;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Ledger;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.channel.Phones;
import com.clinni.testbed.simulator.http.HttpAnswer;
import com.clinni.testbed.simulator.http.HttpListener;
import com.clinni.testbed.simulator.http.Json;
import com.clinni.testbed.simulator.http.Request;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /sms}, {@code GET /sms/{reference}} and {@code GET /balance}. The sender's reference
 * makes a repeated request one SMS, charged once.
 */
final class SmsApi implements HttpListener.Handler {

    private static final String RETRY_SECONDS = "5";

    private final String apiKey;
    private final Ledger<ReceivedSms> phones;
    private final SmsAccount account;
    private final SmsSenders senders;
    private final SmsWebhook webhook;
    private final Supplier<Behaviour> behaviour;
    private final Clock clock;
    private final Map<String, ReceivedSms> byReference = new HashMap<>();

    SmsApi(
            String apiKey,
            Ledger<ReceivedSms> phones,
            SmsAccount account,
            SmsSenders senders,
            SmsWebhook webhook,
            Supplier<Behaviour> behaviour,
            Clock clock) {
        this.apiKey = apiKey;
        this.phones = phones;
        this.account = account;
        this.senders = senders;
        this.webhook = webhook;
        this.behaviour = behaviour;
        this.clock = clock;
        phones.entries().forEach(sms -> byReference.put(sms.reference(), sms));
    }

    @Override
    public HttpAnswer answer(Request request) throws Exception {
        var now = behaviour.get().thisTime();
        if (now.is(Mode.ERROR_503)) {
            return refusal(503, "UNAVAILABLE");
        }
        if (now.is(Mode.GARBAGE)) {
            return HttpAnswer.garbage(200);
        }
        if (!request.header("authorization").equals("Bearer " + apiKey)) {
            return refusal(401, "UNAUTHORIZED");
        }
        var path = request.path();
        if (request.method().equals("POST") && path.equals(List.of("sms"))) {
            return send(request, now);
        }
        if (request.method().equals("GET") && path.size() == 2 && path.get(0).equals("sms")) {
            return find(path.get(1));
        }
        if (request.method().equals("GET") && path.equals(List.of("balance"))) {
            return account.tell();
        }
        return refusal(404, "NOT_FOUND");
    }

    private HttpAnswer send(Request request, Behaviour now) throws InterruptedException {
        var body = Json.readObject(request.body());
        var to = Json.text(body, "to");
        var text = Json.text(body, "text");
        var reference = Json.text(body, "reference");
        if (text == null || text.isEmpty() || reference == null || reference.isBlank()) {
            return refusal(400, "INVALID_REQUEST");
        }
        if (to == null || !Phones.isE164(to)) {
            return refusal(400, "INVALID_NUMBER");
        }
        if (!senders.allow(Json.text(body, "from"))) {
            return refusal(403, "SENDER_NOT_REGISTERED");
        }
        return switch (now.mode()) {
            case RATE_LIMITED -> refusal(429, "RATE_LIMITED").with("Retry-After", RETRY_SECONDS);
            case ERROR_500 -> refusal(500, "INTERNAL");
            case NO_BALANCE -> refusal(402, "NO_BALANCE");
            case SENDER_BLOCKED -> refusal(403, "SENDER_NOT_REGISTERED");
            case HANG_AFTER_SENDING -> {
                take(to, text, Json.text(body, "from"), reference, now);
                yield HttpAnswer.NEVER;
            }
            case OK, SLOW, UNDELIVERED -> {
                var reply = take(to, text, Json.text(body, "from"), reference, now);
                now.delay();
                yield reply;
            }
            case DOWN, ERROR_503, KEY_REFUSED, GARBAGE, SESSION_LOST, SILENT, NOT_ON_WHATSAPP ->
                    throw new IllegalStateException("This mode is not the sender's.");
        };
    }

    private synchronized HttpAnswer take(
            String to, String text, @Nullable String from, String reference, Behaviour now) {
        var known = byReference.get(reference);
        if (known != null) {
            return HttpAnswer.json(200, state(known));
        }
        var id = UUID.randomUUID().toString();
        var segments = Segments.of(text);
        if (!account.charge(segments)) {
            return refusal(402, "NO_BALANCE");
        }
        var sms = new ReceivedSms(clock.instant(), to, text, segments, id, from, reference);
        if (!now.is(Mode.UNDELIVERED)) {
            phones.append(sms);
        }
        byReference.put(reference, sms);
        webhook.tell(sms, now.is(Mode.UNDELIVERED) ? "FAILED" : "DELIVERED");
        return HttpAnswer.json(202, state(sms));
    }

    private synchronized HttpAnswer find(String reference) {
        var sms = byReference.get(reference);
        return sms == null ? refusal(404, "NOT_FOUND") : HttpAnswer.json(200, state(sms));
    }

    private static Map<String, Object> state(ReceivedSms sms) {
        var state = new HashMap<String, Object>();
        state.put("id", sms.id());
        state.put("segments", sms.segments());
        state.put("state", "ACCEPTED");
        return state;
    }

    private static HttpAnswer refusal(int status, String code) {
        return HttpAnswer.json(status, Map.of("code", code));
    }
}

package com.clinni.whatsapp.gateway.waha;

import static com.clinni.whatsapp.gateway.NotSentReason.CREDENTIALS_REFUSED;
import static com.clinni.whatsapp.gateway.NotSentReason.ENGINE_UNSUITABLE;
import static com.clinni.whatsapp.gateway.NotSentReason.GATEWAY_UNREACHABLE;
import static com.clinni.whatsapp.gateway.NotSentReason.LINE_DOWN;
import static com.clinni.whatsapp.gateway.NotSentReason.LINE_RESTRICTED;
import static com.clinni.whatsapp.gateway.NotSentReason.RATE_LIMITED;
import static com.clinni.whatsapp.gateway.NotSentReason.REFUSED_BY_PROVIDER;

import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.gateway.SendOutcome.InDoubt;
import com.clinni.whatsapp.gateway.SendOutcome.NotSent;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.Answered;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.BrokenOff;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.NotConnected;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.TimedOut;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.Withheld;
import java.util.regex.Pattern;

/** The table of what WAHA's statuses and bodies mean for the patient's phone. */
final class WahaErrors {

    private static final Pattern REACH_OUT_TIMELOCK = Pattern.compile("\\b463\\b");
    private static final Pattern TOO_FAST =
            Pattern.compile("server returned error 429\\b|rate-overlimit");

    private WahaErrors() {}

    static SendOutcome outcomeOf(WahaAnswer answer) {
        return switch (answer) {
            case NotConnected() -> new NotSent(GATEWAY_UNREACHABLE);
            case Withheld() -> new NotSent(NotSentReason.HELD_BACK);
            case TimedOut() -> new InDoubt("timed-out");
            case BrokenOff() -> new InDoubt("broken-off");
            case Answered answered -> outcomeOf(answered);
        };
    }

    private static SendOutcome outcomeOf(Answered answer) {
        return switch (answer.status()) {
            case 201 ->
                    WahaMessages.idIn(answer.body())
                            .<SendOutcome>map(Accepted::new)
                            .orElse(new InDoubt("answer-without-id"));
            case 401, 403 -> new NotSent(CREDENTIALS_REFUSED);
            case 404 -> new NotSent(LINE_DOWN);
            case 422 -> new NotSent(saysSessionIsDown(answer) ? LINE_DOWN : REFUSED_BY_PROVIDER);
            case 429 -> new NotSent(RATE_LIMITED, answer.retryAfter());
            case 503 -> new NotSent(GATEWAY_UNREACHABLE);
            case 500 -> ofInternalError(answer);
            default -> new InDoubt("status-" + answer.status());
        };
    }

    /** What a call that sends nothing tells about the line: an unclear end is no doubt there. */
    static NotSentReason troubleOf(WahaAnswer answer) {
        if (answer instanceof Answered(int status, _, _) && status == 501) {
            return ENGINE_UNSUITABLE;
        }
        return outcomeOf(answer) instanceof NotSent(var reason, _) ? reason : GATEWAY_UNREACHABLE;
    }

    /** Whether a gateway does not let us ask that, or anything. */
    static boolean isRefused(WahaAnswer answer) {
        return answer instanceof Answered(int status, _, _) && (status == 401 || status == 403);
    }

    /** WhatsApp's own answer, which GOWS hands on as an error of its own. */
    private static SendOutcome ofInternalError(Answered answer) {
        var error = errorIn(answer);
        if (REACH_OUT_TIMELOCK.matcher(error).find()) {
            return new NotSent(LINE_RESTRICTED);
        }
        return TOO_FAST.matcher(error).find()
                ? new NotSent(RATE_LIMITED, answer.retryAfter())
                : new InDoubt("status-500");
    }

    private static boolean saysSessionIsDown(Answered answer) {
        var body = WahaJson.read(answer.body());
        return body.path("status").isTextual() && body.path("expected").isArray();
    }

    /**
     * Only the error's own text is looked at: the body also quotes our request, and a number or a
     * text may hold the same digits.
     */
    private static String errorIn(Answered answer) {
        var exception = WahaJson.read(answer.body()).path("exception");
        return exception.isTextual() ? exception.textValue() : exception.path("message").asText();
    }
}

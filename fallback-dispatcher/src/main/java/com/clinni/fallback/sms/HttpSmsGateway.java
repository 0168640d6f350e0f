package com.clinni.fallback.sms;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.SmsApi.Answer;
import com.clinni.fallback.sms.SmsApi.Exchange;

/** The plain HTTP contract: {@code POST /sms} sends, {@code GET /sms/{reference}} looks up. */
final class HttpSmsGateway implements SmsGateway {

    private static final int SERVER_ERROR = 500;

    private final SmsApi api;

    HttpSmsGateway(SmsApi api) {
        this.api = api;
    }

    @Override
    public SendOutcome send(Sms sms) {
        return switch (api.send(sms)) {
            case Exchange.NotConnected() -> NotSent.forNow(Cause.SMS_UNREACHABLE);
            case Exchange.Broken(var how) -> new InDoubt(how);
            case Exchange.Answered(var answer) -> outcomeOf(answer);
        };
    }

    @Override
    public Lookup lookup(String reference) {
        return switch (api.lookup(reference)) {
            case Exchange.NotConnected() -> new Lookup.Unknown("NOT_CONNECTED");
            case Exchange.Broken(var how) -> new Lookup.Unknown(how);
            case Exchange.Answered(var answer) when answer.status() == 404 -> absence(answer);
            case Exchange.Answered(var answer) when answer.status() == 200 ->
                    answer.text("id")
                            .<Lookup>map(Lookup.Found::new)
                            .orElseGet(() -> new Lookup.Unknown("200 without an id"));
            case Exchange.Answered(var answer) -> new Lookup.Unknown("" + answer.status());
        };
    }

    /** A 404 of the API itself, and not of a proxy's page, which says nothing about the message. */
    private static Lookup absence(Answer answer) {
        return answer.isJson() ? new Lookup.Absent() : new Lookup.Unknown("404 without JSON");
    }

    private static SendOutcome outcomeOf(Answer answer) {
        return switch (answer.status()) {
            case 200, 201, 202 ->
                    answer.text("id")
                            .<SendOutcome>map(Accepted::new)
                            .orElseGet(() -> new InDoubt(answer.status() + " without an id"));
            case 400, 422 -> NotSent.forGood(Cause.SMS_REFUSED);
            case 401 -> NotSent.forNow(Cause.CREDENTIALS_REFUSED);
            case 402 -> NotSent.forGood(Cause.SMS_NO_CREDIT);
            case 403 ->
                    answer.text("code").filter("SENDER_NOT_REGISTERED"::equals).isPresent()
                            ? NotSent.forGood(Cause.SMS_SENDER_BLOCKED)
                            : NotSent.forNow(Cause.CREDENTIALS_REFUSED);
            case 404, 405 -> NotSent.forNow(Cause.SMS_UNREACHABLE);
            case 429 -> NotSent.forNow(Cause.RATE_LIMITED);
            case 503 -> NotSent.forNow(Cause.SMS_UNREACHABLE);
            default ->
                    answer.status() < SERVER_ERROR && answer.status() >= 400
                            ? NotSent.forGood(Cause.SMS_REFUSED)
                            : new InDoubt(Integer.toString(answer.status()));
        };
    }
}

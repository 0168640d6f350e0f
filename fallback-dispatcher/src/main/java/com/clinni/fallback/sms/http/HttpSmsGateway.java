package com.clinni.fallback.sms.http;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.gateway.Sms;
import com.clinni.fallback.sms.gateway.SmsGateway;
import com.clinni.fallback.sms.http.SmsHttpClient.Answer;
import com.clinni.fallback.sms.http.SmsHttpClient.Exchange;
import java.util.List;

/** Any provider whose HTTP contract {@link SmsHttpConfig} can describe. */
public final class HttpSmsGateway implements SmsGateway {

    private final SmsHttpClient api;
    private final SmsHttpConfig terms;
    private final HttpErrors errors;

    public HttpSmsGateway(SmsHttpClient api, SmsHttpConfig terms) {
        this.api = api;
        this.terms = terms;
        this.errors = new HttpErrors(terms.errors());
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
        if (terms.lookupPath().equals("off")) {
            return new Lookup.Unknown("NO_LOOKUP");
        }
        return switch (api.lookup(reference)) {
            case Exchange.NotConnected() -> new Lookup.Unknown("NOT_CONNECTED");
            case Exchange.Broken(var how) -> new Lookup.Unknown(how);
            case Exchange.Answered(var answer) when answer.status() == 404 -> absence(answer);
            case Exchange.Answered(var answer) when answer.status() == 200 ->
                    answer.json()
                            .text(terms.idField())
                            .<Lookup>map(Lookup.Found::new)
                            .orElseGet(() -> new Lookup.Unknown("200 without an id"));
            case Exchange.Answered(var answer) -> new Lookup.Unknown("" + answer.status());
        };
    }

    /** A 404 of the API itself, and not of a proxy's page, which says nothing about the message. */
    private static Lookup absence(Answer answer) {
        return answer.json().isObject()
                ? new Lookup.Absent()
                : new Lookup.Unknown("404 without JSON");
    }

    private SendOutcome outcomeOf(Answer answer) {
        return terms.acceptedStatuses().contains(answer.status()) && saysAccepted(answer)
                ? answer.json()
                        .text(terms.idField())
                        .<SendOutcome>map(Accepted::new)
                        .orElseGet(() -> new InDoubt(answer.status() + " without an id"))
                : errors.of(answer.status(), answer.json().text(terms.errorField()))
                        .<SendOutcome>map(refused -> refused)
                        .orElseGet(() -> new InDoubt(Integer.toString(answer.status())));
    }

    private boolean saysAccepted(Answer answer) {
        if (terms.acceptedWhen().isEmpty()) {
            return true;
        }
        var wanted = terms.acceptedWhen().get().split("=", 2);
        return answer.json()
                .text(wanted[0])
                .filter(List.of(wanted[1].split("\\|"))::contains)
                .isPresent();
    }
}

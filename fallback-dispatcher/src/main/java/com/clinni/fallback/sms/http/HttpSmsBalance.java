package com.clinni.fallback.sms.http;

import com.clinni.fallback.sms.http.SmsHttpClient.Answer;
import com.clinni.fallback.sms.http.SmsHttpClient.Exchange;
import java.net.URI;

/** {@code GET} of one address that answers {@code {"segments": 1234}}. */
public record HttpSmsBalance(SmsHttpClient api, URI address) {

    private static final int OK = 200;

    public SmsBalance ask() {
        return switch (api.balance(address)) {
            case Exchange.NotConnected() -> new SmsBalance.Untold("NOT_CONNECTED");
            case Exchange.Broken(var how) -> new SmsBalance.Untold(how);
            case Exchange.Answered(var answer) when answer.status() == OK -> read(answer);
            case Exchange.Answered(var answer) -> new SmsBalance.Untold("" + answer.status());
        };
    }

    /** A whole number of segments, neither below nothing nor written in any other way. */
    private static SmsBalance read(Answer answer) {
        if (!answer.json().isObject()) {
            return new SmsBalance.Odd();
        }
        var segments = answer.json().body().path("segments");
        return segments.isIntegralNumber()
                        && segments.canConvertToLong()
                        && segments.longValue() >= 0
                ? new SmsBalance.Left(segments.longValue())
                : new SmsBalance.Odd();
    }
}

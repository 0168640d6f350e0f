package com.clinni.fallback;

import com.clinni.fallback.email.MailSettings;
import com.clinni.fallback.policy.FallbackConfig;
import com.clinni.fallback.sms.SmsConfig;
import com.clinni.platform.startup.StartCheck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Objects to a lease that a call could outlive: such a call is never begun, and with so short a
 * lease none ever would be.
 */
@Singleton
class LeaseCheck implements StartCheck {

    private static final Duration TO_SETTLE = Duration.ofSeconds(15);

    private final Duration lease;
    private final Duration longestCall;

    LeaseCheck(FallbackConfig fallback, MailSettings mail, SmsConfig sms) {
        this.lease = fallback.lease();
        this.longestCall = Collections.max(List.of(mail.callLimit(), sms.callLimit()));
    }

    @Override
    public Stream<String> refusals() {
        return lease.compareTo(longestCall.plus(TO_SETTLE)) < 0
                ? Stream.of(
                        "fallback.lease must be %d s longer than mail.call-limit and sms.call-limit."
                                .formatted(TO_SETTLE.toSeconds()))
                : Stream.empty();
    }
}

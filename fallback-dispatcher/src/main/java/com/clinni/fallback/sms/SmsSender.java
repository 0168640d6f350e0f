package com.clinni.fallback.sms;

import com.clinni.events.Cause;
import com.clinni.events.MessageReady;
import com.clinni.fallback.provider.FinalCheck;
import com.clinni.fallback.provider.ProviderGuard;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.sms.gateway.Sms;
import com.clinni.fallback.sms.gateway.SmsGateway;
import com.clinni.fallback.sms.gateway.SmsGateway.Lookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends a rendered message as SMS, once, within limits. Credit is the caller's business. */
@ApplicationScoped
public class SmsSender {

    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final int SLOTS = 64;

    private final SmsGateway gateway;
    private final String sender;
    private final Duration limit;
    private final ProviderGuard guard;

    SmsSender(SmsGateway gateway, SmsConfig config) {
        this.gateway = gateway;
        this.sender = config.sender();
        this.limit = config.callLimit().plus(MARGIN);
        this.guard = new ProviderGuard(Cause.SMS_UNREACHABLE, limit, SLOTS, config.rest());
    }

    /**
     * The message's id is the provider's reference: every attempt at it has the same.
     *
     * @param alias the clinic's registered name; without it Clinni's own is shown
     */
    public SendOutcome send(
            MessageReady message, UUID messageId, @Nullable String alias, FinalCheck look) {
        var sms =
                new Sms(
                        Objects.requireNonNull(message.recipient().phone(), "no number for an SMS"),
                        Objects.requireNonNull(message.content().sms(), "no text for an SMS"),
                        Objects.requireNonNullElse(alias, sender),
                        messageId.toString());
        return guard.call(
                () -> look.allows(limit) ? gateway.send(sms) : SendOutcome.NotSent.HELD_BACK);
    }

    /** What the provider knows of a message. */
    public Lookup lookup(UUID messageId) {
        return gateway.lookup(messageId.toString());
    }
}

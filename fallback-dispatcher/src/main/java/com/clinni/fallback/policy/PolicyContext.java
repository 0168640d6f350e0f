package com.clinni.fallback.policy;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.MessageReady;
import com.clinni.fallback.message.ChannelFailures;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one message at one moment on which a clinic's policy decides.
 *
 * @param failures channels that have failed this message for good
 * @param credit whether prepaid credit would cover an SMS
 * @param mayGoBack whether WhatsApp, which gave it up, may take it after all
 * @param why what makes a decision necessary
 */
public record PolicyContext(
        MessageReady message,
        ChannelFailures failures,
        boolean credit,
        boolean mayGoBack,
        @Nullable Cause why,
        Instant now) {

    /** A message that no channel of this service has failed yet. */
    public static PolicyContext of(MessageReady message, @Nullable Cause why, Instant now) {
        return new PolicyContext(message, ChannelFailures.NONE, true, false, why, now);
    }

    /** The same, after these channels failed. */
    public PolicyContext after(ChannelFailures failed) {
        return new PolicyContext(message, failed, credit, mayGoBack, why, now);
    }

    /** The same, where no credit covers an SMS. */
    public PolicyContext withoutCredit() {
        return new PolicyContext(message, failures, false, mayGoBack, why, now);
    }

    /** The same, where WhatsApp may take it after all, or not. */
    public PolicyContext goingBack(boolean may) {
        return new PolicyContext(message, failures, credit, may, why, now);
    }

    /** Why the message cannot leave over that channel, if it cannot. */
    @Nullable Cause obstacle(Channel channel) {
        if (failures.of(channel) != null) {
            return failures.of(channel);
        }
        return channel == Channel.EMAIL ? obstacleToEmail() : obstacleToSms();
    }

    /** Whether there is no address, which never buys an SMS. */
    boolean lacksEmail() {
        return failures.email() == null && message.recipient().email() == null;
    }

    /** When the message may leave over that channel; empty when it may now. */
    Optional<Instant> quietUntil(Channel channel) {
        return channel == Channel.SMS ? quietEnd() : Optional.empty();
    }

    private @Nullable Cause obstacleToEmail() {
        var recipient = message.recipient();
        if (recipient.email() == null) {
            return orNoAddress(recipient.noEmailBecause());
        }
        return message.content().email() == null ? Cause.TEMPLATE_DATA_MISSING : null;
    }

    private @Nullable Cause obstacleToSms() {
        var recipient = message.recipient();
        if (recipient.phone() == null || recipient.noPhoneBecause() != null) {
            return orNoAddress(recipient.noPhoneBecause());
        }
        if (message.content().sms() == null) {
            return Cause.TEMPLATE_DATA_MISSING;
        }
        if (!credit) {
            return Cause.SMS_NO_CREDIT;
        }
        var tooLate = quietEnd().filter(end -> !end.isBefore(message.sendBefore())).isPresent();
        return tooLate ? Cause.QUIET_HOURS : null;
    }

    private static Cause orNoAddress(@Nullable Cause known) {
        return known == null ? Cause.NO_ADDRESS : known;
    }

    private Optional<Instant> quietEnd() {
        return Optional.ofNullable(message.clinic().quietHours())
                .flatMap(quiet -> quiet.endAfter(now, message.clinic().zone()));
    }
}

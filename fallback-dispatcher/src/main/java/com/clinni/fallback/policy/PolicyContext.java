package com.clinni.fallback.policy;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.MessageReady;
import com.clinni.fallback.message.ChannelFailures;
import java.time.Instant;
import java.util.Optional;

/** One message at one moment: what stands in a channel's way. */
record PolicyContext(MessageReady message, ChannelFailures failures, boolean credit, Instant now) {

    /** Why the message cannot leave over that channel, or null when it can. */
    Cause obstacle(Channel channel) {
        if (failures.of(channel) != null) {
            return failures.of(channel);
        }
        return channel == Channel.EMAIL ? obstacleToEmail() : obstacleToSms();
    }

    /** A missing e-mail address never buys an SMS. */
    boolean lacksEmail() {
        return failures.email() == null && message.recipient().email() == null;
    }

    /** When SMS may leave again; empty when they may leave now. */
    Optional<Instant> quietUntil(Channel channel) {
        return channel == Channel.SMS ? quietEnd() : Optional.empty();
    }

    private Cause obstacleToEmail() {
        var recipient = message.recipient();
        if (recipient.email() == null) {
            return orNoAddress(recipient.noEmailBecause());
        }
        return message.content().email() == null ? Cause.TEMPLATE_DATA_MISSING : null;
    }

    private Cause obstacleToSms() {
        var recipient = message.recipient();
        if (recipient.phone() == null) {
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

    private static Cause orNoAddress(Cause known) {
        return known == null ? Cause.NO_ADDRESS : known;
    }

    private Optional<Instant> quietEnd() {
        var quiet = message.clinic().quietHours();
        var local = now.atZone(message.clinic().zone());
        if (quiet == null || !quiet.cover(local.toLocalTime())) {
            return Optional.empty();
        }
        var today = local.toLocalDate().atTime(quiet.to()).atZone(local.getZone());
        var end =
                today.toInstant().isAfter(now)
                        ? today
                        : local.toLocalDate()
                                .plusDays(1)
                                .atTime(quiet.to())
                                .atZone(local.getZone());
        return Optional.of(end.toInstant());
    }
}

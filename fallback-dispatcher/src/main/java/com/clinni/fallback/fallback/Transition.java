package com.clinni.fallback.fallback;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.database.Parameters;
import java.time.Duration;
import java.time.Instant;

/** One step of a message from where it stands to where it will; what is not named stays. */
final class Transition {

    private final Message message;
    private final DeliveryState to;
    private Channel channel;
    private Cause cause;
    private Failures failures;
    private Instant nextAt;
    private int attempts;
    private boolean possibleDuplicate;
    private boolean resent;
    private Instant doubtSince;
    private String providerId;
    private String detail;
    private Integer segments;
    private Duration lease = Duration.ZERO;

    private Transition(Message message, DeliveryState to) {
        this.message = message;
        this.to = to;
        this.channel = message.channel();
        this.failures = message.failures();
        this.attempts = message.attempts();
        this.possibleDuplicate = message.possibleDuplicate();
        this.resent = message.resent();
        this.doubtSince = message.doubtSince();
    }

    static Transition of(Message message, DeliveryState to) {
        return new Transition(message, to);
    }

    /** To where a step of the policy leaves it. */
    static Transition of(Message message, Standing standing) {
        var transition = new Transition(message, standing.state());
        transition.cause = standing.cause();
        transition.nextAt = standing.nextAt();
        if (standing.channel() != null && standing.channel() != message.channel()) {
            transition.channel = standing.channel();
            transition.attempts = 0;
        }
        return transition;
    }

    /** The intent to send, for as long as the lease holds. */
    Transition attempt(Duration lease) {
        this.attempts++;
        this.lease = lease;
        return this;
    }

    Transition because(Cause cause) {
        this.cause = cause;
        return this;
    }

    Transition noting(String detail) {
        this.detail = detail;
        return this;
    }

    Transition failing(Failures failures) {
        this.failures = failures;
        return this;
    }

    Transition notBefore(Instant instant) {
        this.nextAt = instant;
        return this;
    }

    Transition accepted(String providerId) {
        this.providerId = providerId;
        return this;
    }

    /** The provider took an SMS, and this is what it costs; null when that was told before. */
    Transition billed(Integer segments) {
        this.segments = segments;
        return this;
    }

    Transition doubtedSince(Instant instant) {
        this.doubtSince = instant;
        return this;
    }

    Transition asPossibleDuplicate() {
        this.possibleDuplicate = true;
        return this;
    }

    Transition onceMore() {
        this.resent = true;
        return asPossibleDuplicate();
    }

    Parameters parameters(Instant now) {
        return Parameters.of("id", message.id())
                .and("from", message.state())
                .and("epoch", message.epoch())
                .and("to", to)
                .and("channel", channel)
                .and("cause", cause)
                .and("emailFailed", failures.email())
                .and("smsFailed", failures.sms())
                .and("nextAt", nextAt)
                .and("attempts", attempts)
                .and("possibleDuplicate", possibleDuplicate)
                .and("resent", resent)
                .and("doubtSince", doubtSince)
                .and("providerId", providerId)
                .and("lease", lease)
                .and("now", now);
    }

    /** What is told about it under its number. */
    Reported reported(int sequence, Instant now) {
        return new Reported(
                true,
                message.subject(),
                sequence,
                now,
                to,
                channel,
                attempts,
                cause,
                detail,
                possibleDuplicate,
                segments);
    }

    /** The message as it stands once this was applied. */
    Message after(int epoch) {
        return new Message(
                message.id(),
                message.subject(),
                message.headers(),
                message.value(),
                to,
                channel,
                cause,
                failures,
                attempts,
                possibleDuplicate,
                resent,
                doubtSince,
                message.sendBefore(),
                message.withdrawn(),
                epoch);
    }
}

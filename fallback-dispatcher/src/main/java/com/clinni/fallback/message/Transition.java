package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transition of a message from its present state to the next one. A column that is not named
 * stays as it is.
 */
public final class Transition {

    private final StoredMessage message;
    private final DeliveryState to;
    private @Nullable Channel channel;
    private @Nullable Cause cause;
    private ChannelFailures failures;
    private @Nullable Instant nextAt;
    private int attempts;
    private boolean possibleDuplicate;
    private boolean resent;
    private @Nullable Instant doubtSince;
    private @Nullable String providerId;
    private @Nullable String detail;
    private @Nullable Integer segments;
    private Duration lease = Duration.ZERO;

    private Transition(StoredMessage message, DeliveryState to) {
        this.message = message;
        this.to = to;
        this.channel = message.channel();
        this.failures = message.failures();
        this.attempts = message.attempts();
        this.possibleDuplicate = message.possibleDuplicate();
        this.resent = message.resent();
        this.doubtSince = message.doubtSince();
    }

    public static Transition of(StoredMessage message, DeliveryState to) {
        return new Transition(message, to);
    }

    /** To where a step of the policy leaves it. */
    public static Transition of(StoredMessage message, NextState standing) {
        var transition = new Transition(message, standing.state());
        transition.cause = standing.cause();
        transition.nextAt = standing.nextAt();
        transition.detail = standing.detail();
        if (standing.channel() != null && standing.channel() != message.channel()) {
            transition.channel = standing.channel();
            transition.attempts = 0;
        }
        return transition;
    }

    DeliveryState from() {
        return message.state();
    }

    DeliveryState to() {
        return to;
    }

    /** The intent to send, for as long as the lease holds. */
    public Transition attempt(Duration lease) {
        this.attempts++;
        this.lease = lease;
        return this;
    }

    public Transition because(@Nullable Cause cause) {
        this.cause = cause;
        return this;
    }

    public Transition noting(String detail) {
        this.detail = detail;
        return this;
    }

    public Transition failing(ChannelFailures failures) {
        this.failures = failures;
        return this;
    }

    public Transition notBefore(Instant instant) {
        this.nextAt = instant;
        return this;
    }

    public Transition accepted(String providerId) {
        this.providerId = providerId;
        return this;
    }

    /** The provider took an SMS, and this is what it costs, unless that was told before. */
    public Transition billed(@Nullable Integer segments) {
        this.segments = segments;
        return this;
    }

    public Transition doubtedSince(Instant instant) {
        this.doubtSince = instant;
        return this;
    }

    public Transition asPossibleDuplicate() {
        this.possibleDuplicate = true;
        return this;
    }

    public Transition onceMore() {
        this.resent = true;
        return asPossibleDuplicate();
    }

    Map<String, @Nullable Object> values(Instant now) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", message.id());
        values.put("from", message.state());
        values.put("epoch", message.epoch());
        values.put("to", to);
        values.put("channel", channel);
        values.put("cause", cause);
        values.put("emailFailed", failures.email());
        values.put("smsFailed", failures.sms());
        values.put("nextAt", nextAt);
        values.put("attempts", attempts);
        values.put("possibleDuplicate", possibleDuplicate);
        values.put("resent", resent);
        values.put("doubtSince", doubtSince);
        values.put("providerId", providerId);
        values.put("lease", lease);
        values.put("now", now);
        return values;
    }

    /** What is told about it under its number. */
    ReportedTransition reported(int sequence, Instant now) {
        return new ReportedTransition(
                message.subject().reminderId(),
                message.subject(),
                sequence,
                now,
                to,
                channel,
                attempts,
                cause,
                detail,
                possibleDuplicate,
                segments,
                null);
    }

    /** The message as it stands once this was applied. */
    StoredMessage after(int epoch) {
        return new StoredMessage(
                message.id(),
                message.subject(),
                message.headers(),
                message.value(),
                to,
                channel,
                cause,
                message.diedOf(),
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

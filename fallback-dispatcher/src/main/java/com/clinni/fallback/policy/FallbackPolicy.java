package com.clinni.fallback.policy;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Clinic;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.fallback.message.ChannelFailures;
import com.clinni.fallback.message.Step;
import com.clinni.fallback.message.Step.By;
import com.clinni.fallback.message.Step.Expired;
import com.clinni.fallback.message.Step.NeedsAttention;
import com.clinni.fallback.message.Step.NotWanted;
import com.clinni.fallback.message.Step.Suppressed;
import com.clinni.fallback.message.Step.WaitUntil;
import java.time.Instant;
import java.util.List;

/**
 * What a clinic's choice means for one message at one moment. Pure: the same question has the same
 * answer.
 */
public final class FallbackPolicy {

    private FallbackPolicy() {}

    /**
     * The next step.
     *
     * @param failures channels that have failed this message for good
     * @param credit whether prepaid credit would cover an SMS
     */
    public static Step next(
            MessageReady message, ChannelFailures failures, boolean credit, Instant now) {
        if (!now.isBefore(message.sendBefore())) {
            return new Expired();
        }
        var situation = new PolicyContext(message, failures, credit, now);
        var way = wayOf(message.clinic(), situation.obstacle(Channel.SMS));
        if (way.isEmpty()) {
            return new NotWanted();
        }
        var open = way.stream().filter(c -> !message.recipient().optedOutOf(c)).toList();
        return open.isEmpty() ? new Suppressed() : along(open, situation);
    }

    private static Step along(List<Channel> open, PolicyContext situation) {
        Cause first = null;
        for (var channel : open) {
            var obstacle = situation.obstacle(channel);
            if (obstacle == null) {
                return situation
                        .quietUntil(channel)
                        .<Step>map(WaitUntil::new)
                        .orElseGet(() -> new By(channel));
            }
            first = first == null ? obstacle : first;
            if (channel == Channel.EMAIL && situation.lacksEmail()) {
                return new NeedsAttention(first);
            }
        }
        return new NeedsAttention(first);
    }

    /**
     * The channels this service may use, in order. For a clinic whose own channel is e-mail or SMS
     * that channel comes first. SMS always means SMS while credit lasts, then e-mail.
     */
    private static List<Channel> wayOf(Clinic clinic, Cause obstacleToSms) {
        return switch (clinic.channel()) {
            case WHATSAPP ->
                    switch (clinic.fallback()) {
                        case NONE -> List.of();
                        case EMAIL -> List.of(Channel.EMAIL);
                        case SMS -> List.of(Channel.SMS, Channel.EMAIL);
                    };
            case EMAIL ->
                    clinic.fallback() == Fallback.SMS
                            ? List.of(Channel.EMAIL, Channel.SMS)
                            : List.of(Channel.EMAIL);
            case SMS ->
                    clinic.fallback() == Fallback.NONE && obstacleToSms != Cause.SMS_NO_CREDIT
                            ? List.of(Channel.SMS)
                            : List.of(Channel.SMS, Channel.EMAIL);
        };
    }
}

package com.clinni.fallback.policy;

import static com.clinni.events.DeliveryState.SUPPRESSED;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Clinic;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.fallback.message.NextState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The clinic's choice, applied to one message at one moment. Pure: the same question has the same
 * answer.
 */
public final class FallbackPolicy {

    private FallbackPolicy() {}

    /** Where the message goes from here. */
    public static NextState next(PolicyContext context) {
        var message = context.message();
        if (!context.now().isBefore(message.sendBefore())) {
            return NextState.ends(DeliveryState.EXPIRED, context.why());
        }
        var way = wayOf(message.clinic(), context.obstacle(Channel.SMS));
        if (way.isEmpty()) {
            return NextState.unwanted(DeliveryState.NOT_WANTED, context.why(), "no-fallback");
        }
        var open = way.stream().filter(c -> !message.recipient().optedOutOf(c)).toList();
        return open.isEmpty()
                ? unreceivable(
                        NextState.unwanted(SUPPRESSED, context.why(), optedOut(way)), context)
                : along(open, context);
    }

    private static NextState along(List<Channel> open, PolicyContext context) {
        Cause first = null;
        for (var channel : open) {
            var obstacle = context.obstacle(channel);
            if (obstacle == null) {
                var at = context.quietUntil(channel).orElse(context.now());
                return NextState.leaves(channel, context.why(), at);
            }
            first = first == null ? obstacle : first;
            if (channel == Channel.EMAIL && context.lacksEmail()) {
                break;
            }
        }
        return unreceivable(NextState.ends(DeliveryState.NEEDS_ATTENTION, first), context);
    }

    /**
     * A fallback that nobody can receive is none: where WhatsApp may come back, that is awaited.
     */
    private static NextState unreceivable(NextState end, PolicyContext context) {
        return context.mayGoBack()
                ? NextState.leaves(Channel.WHATSAPP, end.cause(), context.now())
                : end;
    }

    private static String optedOut(List<Channel> way) {
        return way.size() > 1
                ? "opted-out-of-every-channel"
                : "opted-out-of-" + way.getFirst().name().toLowerCase(Locale.ROOT);
    }

    /**
     * The channels this service may use, in order. For a clinic whose own channel is e-mail or SMS
     * that channel comes first. SMS always means SMS while credit lasts, then e-mail.
     */
    private static List<Channel> wayOf(Clinic clinic, @Nullable Cause obstacleToSms) {
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

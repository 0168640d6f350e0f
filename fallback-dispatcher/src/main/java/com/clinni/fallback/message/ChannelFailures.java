package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import org.jspecify.annotations.Nullable;

/** The channels that have failed a message for good, each with its cause. */
public record ChannelFailures(@Nullable Cause email, @Nullable Cause sms) {

    public static final ChannelFailures NONE = new ChannelFailures(null, null);

    public @Nullable Cause of(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> sms;
            case WHATSAPP -> null;
        };
    }

    public ChannelFailures with(Channel channel, @Nullable Cause cause) {
        return switch (channel) {
            case EMAIL -> new ChannelFailures(cause, sms);
            case SMS -> new ChannelFailures(email, cause);
            case WHATSAPP -> this;
        };
    }
}

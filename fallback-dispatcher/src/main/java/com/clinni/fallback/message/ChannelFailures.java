package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;

/** The channels that have failed a message for good, each with its cause; null means not failed. */
public record ChannelFailures(Cause email, Cause sms) {

    public static final ChannelFailures NONE = new ChannelFailures(null, null);

    public Cause of(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> sms;
            case WHATSAPP -> null;
        };
    }

    public ChannelFailures with(Channel channel, Cause cause) {
        return switch (channel) {
            case EMAIL -> new ChannelFailures(cause, sms);
            case SMS -> new ChannelFailures(email, cause);
            case WHATSAPP -> this;
        };
    }
}

package com.clinni.fallback.fallback;

import com.clinni.events.Cause;
import com.clinni.events.Channel;

/** Which channels have failed a message for good, and why; null means not failed. */
record Failures(Cause email, Cause sms) {

    static final Failures NONE = new Failures(null, null);

    Cause of(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> sms;
            case WHATSAPP -> null;
        };
    }

    Failures with(Channel channel, Cause cause) {
        return switch (channel) {
            case EMAIL -> new Failures(cause, sms);
            case SMS -> new Failures(email, cause);
            case WHATSAPP -> this;
        };
    }
}

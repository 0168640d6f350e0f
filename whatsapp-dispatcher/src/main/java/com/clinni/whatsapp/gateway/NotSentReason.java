package com.clinni.whatsapp.gateway;

import com.clinni.events.Cause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reason why a message was certainly not sent. */
public enum NotSentReason {
    GATEWAY_UNREACHABLE(Cause.GATEWAY_UNREACHABLE, true),
    LINE_DOWN(Cause.LINE_DOWN, true),
    LINE_RESTRICTED(Cause.LINE_RESTRICTED, true),
    RATE_LIMITED(Cause.RATE_LIMITED, true),
    CREDENTIALS_REFUSED(Cause.CREDENTIALS_REFUSED, true),
    ENGINE_UNSUITABLE(Cause.ENGINE_UNSUITABLE, true),
    /** We did not even try: no slot, a tripped breaker, or a lease too old to begin a call. */
    HELD_BACK(true),
    NOT_ON_WHATSAPP(Cause.NOT_ON_WHATSAPP, false),
    PHONE_INVALID(Cause.PHONE_INVALID, false),
    REFUSED_BY_PROVIDER(Cause.REFUSED_BY_PROVIDER, false);

    private final @Nullable Cause cause;
    private final boolean mayPass;

    NotSentReason(boolean mayPass) {
        this(null, mayPass);
    }

    NotSentReason(@Nullable Cause cause, boolean mayPass) {
        this.cause = cause;
        this.mayPass = mayPass;
    }

    /** The house's word for it, where anybody outside needs one. */
    public @Nullable Cause cause() {
        return cause;
    }

    /** Whether the same message may be taken later. */
    public boolean mayPass() {
        return mayPass;
    }

    /** What it says about the line, if it says anything. */
    public Optional<Cause> lineTrouble() {
        return isLineTrouble() ? Optional.ofNullable(cause) : Optional.empty();
    }

    /** Whether it says something about the line, not about this message or our own pace. */
    public boolean isLineTrouble() {
        return switch (this) {
            case GATEWAY_UNREACHABLE,
                    LINE_DOWN,
                    LINE_RESTRICTED,
                    CREDENTIALS_REFUSED,
                    ENGINE_UNSUITABLE ->
                    true;
            case RATE_LIMITED, HELD_BACK, NOT_ON_WHATSAPP, PHONE_INVALID, REFUSED_BY_PROVIDER ->
                    false;
        };
    }

    /** Whether a try counts against the message: being held back or told to slow down does not. */
    public boolean countsAsAttempt() {
        return this != RATE_LIMITED && this != HELD_BACK;
    }
}

package com.clinni.whatsapp.gateway;

import com.clinni.events.Cause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of a gateway's session. Only READY can send. */
public enum SessionState {
    READY,
    STARTING(Cause.LINE_DOWN),
    NEEDS_QR(Cause.LINE_DOWN),
    LOGGED_OUT(Cause.LINE_DOWN),
    /** The gateway did not answer, or not in words we know. */
    UNREACHABLE(Cause.GATEWAY_UNREACHABLE),
    CREDENTIALS_REFUSED(Cause.CREDENTIALS_REFUSED),
    /** The session works, and the engine behind it cannot do what sending needs. */
    ENGINE_UNSUITABLE(Cause.ENGINE_UNSUITABLE);

    private final @Nullable Cause trouble;

    SessionState() {
        this.trouble = null;
    }

    SessionState(Cause trouble) {
        this.trouble = trouble;
    }

    /** Why nothing can be sent; empty when ready. */
    public Optional<Cause> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether the gateway itself said so, in contrast to silence. */
    public boolean isCertain() {
        return this != UNREACHABLE;
    }
}

package com.clinni.platform.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of one request, by which its rows belong together, and whether it left one. */
@RequestScoped
class RequestRecord {

    private static final String PLAIN = "[A-Za-z0-9._-]{8,64}";

    private @Nullable String id;
    private boolean isWritten;

    /** The caller's own id for it, if that is a plain word; else one of ours. */
    void begin(@Nullable String given) {
        id = given != null && given.matches(PLAIN) ? given : UUID.randomUUID().toString();
    }

    /** None outside of a request: loops have a scope of their own. */
    @Nullable String id() {
        return id;
    }

    void written() {
        isWritten = true;
    }

    boolean isWritten() {
        return isWritten;
    }
}

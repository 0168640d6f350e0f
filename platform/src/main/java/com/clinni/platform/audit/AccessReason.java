package com.clinni.platform.audit;

import com.clinni.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The reason that a person gives for an action: one line, kept in the access log and nowhere else,
 * because people write names into it.
 */
public final class AccessReason {

    public static final int SHORTEST = 3;
    public static final int LONGEST = 500;

    private AccessReason() {}

    /** Refuses one that is missing, says nothing, is too long, or cannot be kept. */
    public static String of(@Nullable String written) {
        return of(written, "reason");
    }

    /**
     * As {@link #of(String)}, for a reason that is not at the top of the body.
     *
     * @param field the dotted name of the field
     */
    public static String of(@Nullable String written, String field) {
        var reason = written == null ? "" : written.strip();
        if (reason.length() < SHORTEST
                || reason.length() > LONGEST
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw Problem.of(
                    422,
                    "REASON_REQUIRED",
                    field,
                    "A reason is needed: one line of %d to %d characters."
                            .formatted(SHORTEST, LONGEST));
        }
        return reason;
    }
}

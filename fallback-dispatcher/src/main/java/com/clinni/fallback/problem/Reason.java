package com.clinni.fallback.problem;

import com.clinni.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** The reason that a person gives for an action: one line, which is kept. */
public final class Reason {

    private static final int LONGEST = 300;

    private Reason() {}

    /** Refuses what is missing, too long, or cannot be kept. */
    public static String of(@Nullable String written) {
        if (written == null || written.isBlank()) {
            throw Problem.of(400, "MISSING", "reason", "A reason is needed.");
        }
        if (written.length() > LONGEST || written.chars().anyMatch(Character::isISOControl)) {
            throw Problem.of(
                    400,
                    "INVALID",
                    "reason",
                    "A reason is one line of up to " + LONGEST + " letters.");
        }
        return written.strip();
    }
}

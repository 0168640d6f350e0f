package com.clinni.fallback.problem;

/** Why a person does something: one line that is kept. */
public final class Reason {

    private static final int LONGEST = 300;

    private Reason() {}

    /** Refuses what is missing, too long, or cannot be kept. */
    public static String of(String written) {
        if (written == null || written.isBlank()) {
            throw Problem.badRequest("MISSING", "reason", "A reason is needed.");
        }
        if (written.length() > LONGEST || written.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest(
                    "INVALID", "reason", "A reason is one line of up to " + LONGEST + " letters.");
        }
        return written.strip();
    }
}

package com.clinni.fallback.problem;

import com.clinni.platform.http.Problem;

/** A clinic as a path names it. */
public final class ClinicId {

    private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}";

    private ClinicId() {}

    /** Refuses what is no id. */
    public static String of(String written) {
        return of("clinicId", written);
    }

    /**
     * The same elsewhere.
     *
     * @param field where it is written
     */
    public static String of(String field, String written) {
        if (!isOne(written)) {
            throw Problem.of(400, "INVALID", field, "This is not a clinic id.");
        }
        return written;
    }

    static boolean isOne(String written) {
        return written.matches(FORM);
    }
}

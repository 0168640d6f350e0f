package com.clinni.appointments;

import com.clinni.platform.http.Problem;

/**
 * What is wrong with something that came from outside: a stable code and the dotted name of the
 * field, never its value.
 */
public record Fault(String code, String field) {

    public static final String REQUIRED = "REQUIRED";
    public static final String INVALID = "INVALID";
    public static final String TOO_LONG = "TOO_LONG";

    private static final int UNPROCESSABLE = 422;

    public static Fault required(String field) {
        return new Fault(REQUIRED, field);
    }

    public static Fault invalid(String field) {
        return new Fault(INVALID, field);
    }

    public static Fault tooLong(String field) {
        return new Fault(TOO_LONG, field);
    }

    /** The answer to a request that is well formed and cannot be done. */
    public Problem problem() {
        return Problem.of(UNPROCESSABLE, code, field);
    }
}

package com.clinni.appointments;

import com.clinni.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A fault of something that came from outside: a stable code and the dotted name of the field,
 * never its value.
 */
public record FieldFault(String code, @Nullable String field) {

    public static final String REQUIRED = "REQUIRED";
    public static final String INVALID = "INVALID";
    public static final String TOO_LONG = "TOO_LONG";

    private static final int UNPROCESSABLE = 422;

    public static FieldFault required(String field) {
        return new FieldFault(REQUIRED, field);
    }

    public static FieldFault invalid(String field) {
        return new FieldFault(INVALID, field);
    }

    public static FieldFault tooLong(String field) {
        return new FieldFault(TOO_LONG, field);
    }

    /** The answer to a request that is well formed and cannot be done. */
    public Problem problem() {
        return Problem.of(UNPROCESSABLE, code, field);
    }
}

package com.clinni.testbed.conformance;

/** A mistake that a client can make, and the one answer it gets from every service. */
public enum ClientMistake {
    BROKEN_JSON(400, "BODY_UNREADABLE"),
    ANOTHER_KIND_OF_JSON(400, "BODY_UNREADABLE"),
    DUPLICATE_KEY(400, "BODY_UNREADABLE"),
    TRAILING_CONTENT(400, "BODY_UNREADABLE"),
    MISSING_BODY(400, "BODY_UNREADABLE"),
    WRONG_TYPE_INSIDE(400, "INVALID"),
    NUMBER_FOR_TEXT_OR_TEXT_FOR_NUMBER(400, "INVALID"),
    FRACTION_FOR_ANYTHING_ELSE(400, "INVALID"),
    UNKNOWN_FIELD(400, "UNKNOWN_FIELD"),
    NUL_IN_PATH(404, "NOT_FOUND"),
    UNKNOWN_PATH(404, "NOT_FOUND"),
    WRONG_METHOD(405, "METHOD_NOT_ALLOWED"),
    TOO_LARGE_BODY(413, "TOO_LARGE"),
    NO_MEDIA_TYPE(415, "UNSUPPORTED_MEDIA_TYPE"),
    EMPTY_MEDIA_TYPE(415, "UNSUPPORTED_MEDIA_TYPE"),
    ANY_MEDIA_TYPE(415, "UNSUPPORTED_MEDIA_TYPE"),
    WRONG_MEDIA_TYPE(415, "UNSUPPORTED_MEDIA_TYPE");

    private final ExpectedProblem promise;

    ClientMistake(int status, String code) {
        this.promise = new ExpectedProblem(status, code);
    }

    ExpectedProblem promise() {
        return promise;
    }

    /** Whether the answer names the field at fault. */
    boolean namesField() {
        return switch (this) {
            case WRONG_TYPE_INSIDE,
                    NUMBER_FOR_TEXT_OR_TEXT_FOR_NUMBER,
                    FRACTION_FOR_ANYTHING_ELSE,
                    UNKNOWN_FIELD ->
                    true;
            default -> false;
        };
    }
}

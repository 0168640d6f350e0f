package com.clinni.fallback.problem;

/** A request that is answered with problem+json: a code and a field, never the value. */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final String field;

    private Problem(int status, String code, String field, String title) {
        super(title, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    /** The request cannot be understood. */
    public static Problem badRequest(String code, String field, String title) {
        return new Problem(400, code, field, title);
    }

    public static Problem notFound(String title) {
        return new Problem(404, "NOT_FOUND", null, title);
    }

    /** There is none, and that is no error of whoever asks. */
    public static Problem notFound(String code, String title) {
        return new Problem(404, code, null, title);
    }

    /** Understood, but not as things stand. */
    public static Problem conflict(String code, String field, String title) {
        return new Problem(409, code, field, title);
    }

    /** Understood, but it cannot be done. */
    public static Problem unprocessable(String code, String field, String title) {
        return new Problem(422, code, field, title);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String field() {
        return field;
    }
}

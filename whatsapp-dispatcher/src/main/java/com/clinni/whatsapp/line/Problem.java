package com.clinni.whatsapp.line;

/** An answer that is no success, by code and field. The value at fault is never repeated. */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final String field;

    public Problem(int status, String code, String field) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
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

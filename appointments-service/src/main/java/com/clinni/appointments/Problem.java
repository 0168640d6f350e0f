package com.clinni.appointments;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An RFC 9457 answer: what went wrong and where, without any value of the request. */
public record Problem(
        String type, String title, int status, String code, String field, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String field) {
        return of(status, code, field, null);
    }

    public static Problem of(int status, String code, String field, String detail) {
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "Not accepted" : known.getReasonPhrase();
        return new Problem("about:blank", title, status, code, field, detail);
    }

    /** Well-formed, but it cannot be done. */
    public static Problem unprocessable(Fault fault) {
        return of(422, fault.code(), fault.field());
    }

    public static Problem unknown(String code) {
        return of(404, code, null);
    }

    public Response response() {
        return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this).build();
    }
}

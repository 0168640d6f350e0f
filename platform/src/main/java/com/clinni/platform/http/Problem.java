package com.clinni.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is no success, as RFC 9457 has it: thrown, or made an answer by {@link #response}.
 * It names a stable code and the field at fault, and never repeats the value.
 */
public final class Problem extends RuntimeException {

    /** The media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final long serialVersionUID = 1;

    private final transient Body body;

    /**
     * What is wrong and where.
     *
     * @param line counted from 1, where a line says something
     * @param column counted from 1
     */
    public record Place(
            String code,
            @Nullable String field,
            @Nullable Integer line,
            @Nullable Integer column) {}

    /**
     * The members of the answer; what is absent or empty is left out.
     *
     * @param title the status in words
     * @param detail a sentence for a person
     * @param errors everything that is wrong, of which the place is the first
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Body(
            String type,
            String title,
            int status,
            String code,
            @Nullable String field,
            @Nullable String detail,
            @Nullable Integer line,
            @Nullable Integer column,
            List<?> errors) {}

    private Problem(int status, Place place, @Nullable String detail, List<?> errors) {
        super(place.code(), null, false, false);
        var known = Response.Status.fromStatusCode(status);
        this.body =
                new Body(
                        "about:blank",
                        known == null ? "Not Accepted" : known.getReasonPhrase(),
                        status,
                        place.code(),
                        place.field(),
                        detail,
                        place.line(),
                        place.column(),
                        errors);
    }

    /**
     * A problem by its code.
     *
     * @param field the dotted name of the field at fault
     */
    public static Problem of(int status, String code, @Nullable String field) {
        return of(status, code, field, null);
    }

    /**
     * A problem by its code, told to a person too.
     *
     * @param detail a sentence for a person that holds no value of the request
     */
    public static Problem of(
            int status, String code, @Nullable String field, @Nullable String detail) {
        return new Problem(status, new Place(code, field, null, null), detail, List.of());
    }

    /**
     * Several problems of one kind.
     *
     * @param errors everything that is wrong, of which the place is the first
     */
    public static Problem at(int status, Place place, List<?> errors) {
        return new Problem(status, place, null, errors);
    }

    /** The body is missing, or is not what it is said to be. */
    public static Problem unreadableBody() {
        return of(400, "BODY_UNREADABLE", null);
    }

    public int status() {
        return body.status();
    }

    public String code() {
        return body.code();
    }

    public @Nullable String field() {
        return body.field();
    }

    /** What the answer says. */
    public Body body() {
        return body;
    }

    /** The answer itself. */
    public Response response() {
        return Response.status(body.status()).type(MEDIA_TYPE).entity(body).build();
    }

    /**
     * Begins the same answer where no resource has been reached; the connection is to be closed
     * after it.
     *
     * @return what is still to be written
     */
    public Buffer begin(HttpServerResponse response) {
        var json =
                JsonObject.of(
                        "type", body.type(),
                        "title", body.title(),
                        "status", body.status(),
                        "code", body.code());
        if (body.detail() != null) {
            json.put("detail", body.detail());
        }
        var rest = json.toBuffer();
        response.setStatusCode(body.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(rest.length()))
                .putHeader(HttpHeaders.CONNECTION, "close");
        return rest;
    }
}

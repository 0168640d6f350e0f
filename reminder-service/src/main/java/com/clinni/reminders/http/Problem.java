package com.clinni.reminders.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** An answer that is no success, by code and field. The value at fault is never repeated. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String PROBLEM_JSON = "application/problem+json";

    private final int status;
    private final transient Place place;
    private final transient List<?> errors;

    /**
     * What is wrong and where.
     *
     * @param line counted from 1, or null where a line says nothing
     * @param column counted from 1, or null
     */
    public record Place(String code, String field, Integer line, Integer column) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Body(
            String type,
            String title,
            int status,
            String code,
            String field,
            Integer line,
            Integer column,
            List<?> errors) {}

    public Problem(int status, String code, String field) {
        this(status, new Place(code, field, null, null), List.of());
    }

    /**
     * @param errors everything that is wrong, of which the place is the first
     */
    public Problem(int status, Place place, List<?> errors) {
        super(place.code(), null, false, false);
        this.status = status;
        this.place = place;
        this.errors = errors;
    }

    Response response() {
        var title = Response.Status.fromStatusCode(status);
        return Response.status(status)
                .type(PROBLEM_JSON)
                .entity(
                        new Body(
                                "about:blank",
                                title == null ? "Not accepted" : title.getReasonPhrase(),
                                status,
                                place.code(),
                                place.field(),
                                place.line(),
                                place.column(),
                                errors))
                .build();
    }
}

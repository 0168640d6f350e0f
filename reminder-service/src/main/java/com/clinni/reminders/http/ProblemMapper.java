package com.clinni.reminders.http;

import com.clinni.reminders.database.DatabaseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure as RFC 9457 problem+json. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return problem.response();
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refusal) {
        if (refusal.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        var status = refusal.getResponse().getStatus();
        var code = status == BAD_REQUEST ? "BODY_UNREADABLE" : "HTTP_" + status;
        return new Problem(status, code, null).response();
    }

    @ServerExceptionMapper(priority = 1)
    public Response unreadable(JsonProcessingException json) {
        var code =
                json instanceof UnrecognizedPropertyException ? "UNKNOWN_FIELD" : "BODY_UNREADABLE";
        return new Problem(BAD_REQUEST, code, fieldOf(json)).response();
    }

    /** Quarkus has an answer of its own to this one. */
    @ServerExceptionMapper(priority = 1)
    public Response mismatched(MismatchedInputException json) {
        return unreadable(json);
    }

    /** The database is away: coming back helps. */
    @ServerExceptionMapper
    public Response away(DatabaseException e) {
        LOG.warnf("A request waits: %s", e.getMessage());
        var code = e.isAboutValues() ? "NOT_STORABLE" : "DATABASE_UNAVAILABLE";
        var status = e.isAboutValues() ? BAD_REQUEST : UNAVAILABLE;
        return new Problem(status, code, null).response();
    }

    @ServerExceptionMapper
    public Response defect(RuntimeException defect) {
        LOG.errorf("A request failed with %s.", defect.getClass().getName());
        return new Problem(500, "DEFECT", null).response();
    }

    private static String fieldOf(JsonProcessingException json) {
        var path =
                json instanceof JsonMappingException mapping
                        ? mapping.getPath().stream()
                                .map(
                                        step ->
                                                step.getFieldName() == null
                                                        ? "[]"
                                                        : step.getFieldName())
                                .collect(Collectors.joining("."))
                        : "";
        return path.isEmpty() ? null : path;
    }
}

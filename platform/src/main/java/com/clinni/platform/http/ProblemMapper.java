package com.clinni.platform.http;

import com.clinni.platform.database.DatabaseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Answers every failure as a problem, in all services with the same status and code. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    @ServerExceptionMapper
    Response problem(Problem problem) {
        return problem.response();
    }

    /** Quarkus has an answer of its own to this one. */
    @ServerExceptionMapper(priority = 1)
    Response mismatched(MismatchedInputException json) {
        return unreadable(json);
    }

    @ServerExceptionMapper(priority = 1)
    Response unreadable(JsonProcessingException json) {
        var field = fieldOf(json);
        if (json instanceof UnrecognizedPropertyException) {
            return Problem.of(BAD_REQUEST, "UNKNOWN_FIELD", field).response();
        }
        if (field == null || json.getCause() instanceof StreamReadException) {
            return Problem.unreadableBody().response();
        }
        return Problem.of(isWord(json) ? UNPROCESSABLE : BAD_REQUEST, "INVALID", field).response();
    }

    /** The right kind of JSON, but a word outside a closed list. */
    private static boolean isWord(JsonProcessingException json) {
        return json instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum();
    }

    @ServerExceptionMapper(priority = 1)
    Response refused(WebApplicationException refusal) {
        if (refusal.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        var status = refusal.getResponse().getStatus();
        if (status == BAD_REQUEST) {
            return Problem.unreadableBody().response();
        }
        var known = Response.Status.fromStatusCode(status);
        return Problem.of(status, known == null ? "REFUSED" : known.name(), null).response();
    }

    /** Somebody holds the row, or the database is away: coming back helps. */
    @ServerExceptionMapper
    Response failed(RuntimeException e) {
        var database = DatabaseException.behind(e);
        if (database.isPresent()) {
            return failed(database.get());
        }
        if (e instanceof QuarkusTransactionException) {
            LOG.warn("A request's transaction may or may not have been committed.");
            return comeBack("OUTCOME_UNKNOWN");
        }
        LOG.errorf("A request met a defect: %s at %s", e.getClass().getName(), placeOf(e));
        return Problem.of(500, "DEFECT", null).response();
    }

    private static Response failed(DatabaseException e) {
        LOG.warnf("A request was not served: %s", e.getMessage());
        if (e.isAboutValues()) {
            return Problem.of(BAD_REQUEST, "NOT_STORABLE", null).response();
        }
        return comeBack(e.isContention() ? "BUSY" : "DATABASE_UNAVAILABLE");
    }

    /** The exception's own text may quote the request. */
    private static String placeOf(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0].toString();
    }

    private static Response comeBack(String code) {
        return Response.fromResponse(Problem.of(UNAVAILABLE, code, null).response())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    private static @Nullable String fieldOf(JsonProcessingException json) {
        var path =
                json instanceof JsonMappingException mapping
                        ? mapping.getPath().stream()
                                .map(JsonMappingException.Reference::getFieldName)
                                .map(name -> name == null ? "[]" : name)
                                .collect(Collectors.joining("."))
                        : "";
        return path.isEmpty() ? null : path;
    }
}

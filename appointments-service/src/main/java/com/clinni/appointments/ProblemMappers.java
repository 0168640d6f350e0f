package com.clinni.appointments;

import com.clinni.platform.database.DatabaseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every answer that is no success is a problem: one small mapper for each kind of trouble. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int SERVICE_UNAVAILABLE = 503;

    @ServerExceptionMapper(priority = 1)
    Response unreadable(JsonProcessingException e) {
        return Problem.of(400, "UNREADABLE", null).response();
    }

    @ServerExceptionMapper(priority = 1)
    Response wrongShape(JsonMappingException e) {
        return Problem.of(400, Fault.INVALID, fieldOf(e)).response();
    }

    @ServerExceptionMapper(priority = 1)
    Response unknownField(UnrecognizedPropertyException e) {
        return Problem.of(400, "UNKNOWN_FIELD", fieldOf(e)).response();
    }

    /** The right kind of JSON, but a word outside a closed list. */
    @ServerExceptionMapper(priority = 1)
    Response wrongValue(InvalidFormatException e) {
        var status = e.getTargetType() != null && e.getTargetType().isEnum() ? 422 : 400;
        return Problem.of(status, Fault.INVALID, fieldOf(e)).response();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonMappingException cause) {
            return wrongShape(cause);
        }
        if (e.getCause() instanceof JsonProcessingException cause) {
            return unreadable(cause);
        }
        var status = e.getResponse().getStatus();
        var known = Response.Status.fromStatusCode(status);
        return Problem.of(status, known == null ? "REFUSED" : known.name(), null).response();
    }

    /** Somebody holds the row, or the database is away: coming back helps. */
    @ServerExceptionMapper
    Response anythingElse(RuntimeException e) {
        var failure = DatabaseException.behind(e).filter(each -> !each.isAboutValues());
        if (failure.isPresent()) {
            LOG.warnf("a request met the database: %s", failure.get().getMessage());
            var code = failure.get().isContention() ? "BUSY" : "DATABASE_UNAVAILABLE";
            return comeBack(code);
        }
        if (e instanceof QuarkusTransactionException) {
            LOG.warn("a request's transaction may or may not have been committed");
            return comeBack("OUTCOME_UNKNOWN");
        }
        LOG.error("a request met a defect", e);
        return Problem.of(500, "DEFECT", null).response();
    }

    private static Response comeBack(String code) {
        return Response.fromResponse(Problem.of(SERVICE_UNAVAILABLE, code, null).response())
                .header("Retry-After", 1)
                .build();
    }

    private static String fieldOf(JsonMappingException e) {
        var path =
                e.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .map(name -> name == null ? "[]" : name)
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? null : path;
    }
}

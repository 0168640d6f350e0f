package com.clinni.fallback.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error of the HTTP interface, as RFC 9457 problem+json. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int DEFECT = 500;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(String type, String title, int status, String code, String field) {}

    @ServerExceptionMapper
    Response problem(Problem problem) {
        return answer(problem.status(), problem.code(), problem.field(), problem.getMessage());
    }

    @ServerExceptionMapper
    Response unknownField(MismatchedInputException e) {
        return e instanceof UnrecognizedPropertyException
                ? answer(400, "UNKNOWN_FIELD", fieldOf(e), "There is no such field.")
                : answer(400, "INVALID", fieldOf(e), "A field is not of the kind it must be.");
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException e) {
        var status = e.getResponse().getStatus();
        if (e.getCause() instanceof MismatchedInputException mismatch) {
            return unknownField(mismatch);
        }
        var reason = Response.Status.fromStatusCode(status);
        var code = reason == null ? "REFUSED" : reason.name();
        var title = reason == null ? "Refused." : reason.getReasonPhrase() + ".";
        return answer(status, status == 400 ? "UNREADABLE" : code, null, title);
    }

    @ServerExceptionMapper
    Response defect(RuntimeException e) {
        LOG.errorf(e, "a request failed: %s", e.getClass().getSimpleName());
        return answer(DEFECT, "DEFECT", null, "Something is wrong on our side.");
    }

    private static Response answer(int status, String code, String field, String title) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(new Body("about:blank", title, status, code, field))
                .build();
    }

    private static String fieldOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}

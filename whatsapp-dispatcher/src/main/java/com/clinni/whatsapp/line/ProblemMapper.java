package com.clinni.whatsapp.line;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    private static final String PROBLEM_JSON = "application/problem+json";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(String type, String title, int status, String code, String field) {}

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answer(problem.status(), problem.code(), problem.field());
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refusal) {
        if (refusal.getCause() instanceof MismatchedInputException mismatch) {
            return unreadable(mismatch);
        }
        var status = refusal.getResponse().getStatus();
        return answer(status, status == 400 ? "BODY_UNREADABLE" : "HTTP_" + status, null);
    }

    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException mismatch) {
        var code =
                mismatch instanceof UnrecognizedPropertyException
                        ? "UNKNOWN_FIELD"
                        : "BODY_UNREADABLE";
        return answer(400, code, fieldOf(mismatch));
    }

    @ServerExceptionMapper
    public Response defect(RuntimeException defect) {
        LOG.errorf("A request failed with %s.", defect.getClass().getName());
        return answer(500, "DEFECT", null);
    }

    private static String fieldOf(JsonMappingException e) {
        var path =
                e.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? null : path;
    }

    private static Response answer(int status, String code, String field) {
        var title = Response.Status.fromStatusCode(status);
        return Response.status(status)
                .type(PROBLEM_JSON)
                .entity(
                        new Body(
                                "about:blank",
                                title == null ? code : title.getReasonPhrase(),
                                status,
                                code,
                                field))
                .build();
    }
}

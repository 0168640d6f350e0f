package com.clinni.platform.audit;

import com.clinni.events.audit.AuditOutcome;
import com.clinni.platform.database.DatabaseException;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the row of a request that nothing else has written: a read that was answered, a change
 * that had nothing to change, a refusal that matters. A read that cannot be recorded is not
 * answered.
 */
class AccessRecorder {

    private static final Logger LOG = Logger.getLogger(AccessRecorder.class);
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:~-]{0,99}";
    private static final int FIRST_REFUSAL = 400;

    /** Forbidden, not there for this caller, and in conflict with what is. */
    private static final Set<Integer> REFUSALS = Set.of(403, 404, 409);

    private final AccessLog log;
    private final RequestRecord requests;

    AccessRecorder(AccessLog log, RequestRecord requests) {
        this.log = log;
        this.requests = requests;
    }

    /** Before everything that may refuse. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 500)
    public void begin(ContainerRequestContext request) {
        requests.begin(request.getHeaderString(REQUEST_ID));
    }

    @ServerResponseFilter
    public void record(
            ContainerRequestContext request,
            ContainerResponseContext response,
            ResourceInfo resource) {
        if (requests.id() != null) {
            response.getHeaders().putSingle(REQUEST_ID, requests.id());
        }
        var recorded = recorded(resource);
        if (recorded == null) {
            return;
        }
        var outcome = outcome(recorded, response.getStatus());
        if (outcome.isEmpty()) {
            return;
        }
        try {
            log.add(entry(recorded, request), outcome.get());
        } catch (DatabaseException e) {
            LOG.warnf("An access was not recorded: %s", e.getMessage());
            if (recorded.value().isRead() && outcome.get() == AuditOutcome.DONE) {
                withhold(response);
            }
        }
    }

    private static @Nullable Recorded recorded(@Nullable ResourceInfo resource) {
        var method = resource == null ? null : resource.getResourceMethod();
        return method == null ? null : method.getAnnotation(Recorded.class);
    }

    private Optional<AuditOutcome> outcome(Recorded recorded, int status) {
        if (REFUSALS.contains(status)) {
            return Optional.of(AuditOutcome.REFUSED);
        }
        if (status >= FIRST_REFUSAL || requests.isWritten()) {
            return Optional.empty();
        }
        return Optional.of(recorded.value().isRead() ? AuditOutcome.DONE : AuditOutcome.UNCHANGED);
    }

    private static AccessEntry entry(Recorded recorded, ContainerRequestContext request) {
        return AccessEntry.of(recorded.value())
                .at(parameter(request, "clinicId"))
                .about(parameter(request, recorded.subject()));
    }

    /** Of a path that names anything else than an id nothing is kept. */
    private static @Nullable String parameter(ContainerRequestContext request, String name) {
        var value = request.getUriInfo().getPathParameters().getFirst(name);
        return value != null && value.matches(ID) ? value : null;
    }

    private static void withhold(ContainerResponseContext response) {
        var problem = Problem.of(503, "DATABASE_UNAVAILABLE", null);
        response.setStatus(problem.status());
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, 1);
        response.setEntity(
                problem.body(),
                new java.lang.annotation.Annotation[0],
                MediaType.valueOf(Problem.MEDIA_TYPE));
    }
}

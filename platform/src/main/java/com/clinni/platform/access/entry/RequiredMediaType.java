package com.clinni.platform.access.entry;

import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what would change something and does not say what its body is, a body or none. Routes
 * compare the type that a request names; one that names none would pass them all, and any page can
 * make a browser send bytes without a type.
 */
class RequiredMediaType {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH");

    /** A type with an asterisk names none either, and every route would take it for its own. */
    private static boolean isUntyped(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type == null || type.isBlank() || type.contains("*");
    }

    /** What is deleted is named by the path: only a body, where there is one, has a type. */
    private static boolean changesWhatItSays(ContainerRequestContext request) {
        return CHANGING.contains(request.getMethod())
                || (request.getMethod().equals("DELETE") && hasBody(request));
    }

    private static boolean hasBody(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return (length != null && !length.equals("0"))
                || request.getHeaderString("Transfer-Encoding") != null;
    }

    @ServerRequestFilter(priority = Priorities.USER)
    void check(ContainerRequestContext request, UriInfo asked) {
        if (changesWhatItSays(request)
                && isUntyped(request)
                && !OutsideCallers.mayCall(asked.getPath())) {
            throw Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", null);
        }
    }
}

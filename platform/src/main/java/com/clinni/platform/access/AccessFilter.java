package com.clinni.platform.access;

import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may go on, before its body is read: by who sends it, then by the clinic
 * in the path that was matched, then by the role. Another's clinic is answered as one that does not
 * exist. A route that names no roles is closed to everybody.
 */
class AccessFilter {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final SignIn signIn;
    private final PageSignIn pages;
    private final RequestCaller current;
    private final ClinicDirectory clinics;

    AccessFilter(SignIn signIn, PageSignIn pages, RequestCaller current, ClinicDirectory clinics) {
        this.signIn = signIn;
        this.pages = pages;
        this.current = current;
        this.clinics = clinics;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public @Nullable Response check(
            ResourceInfo route, UriInfo uri, ContainerRequestContext request) {
        var method = route.getResourceMethod();
        if (method.isAnnotationPresent(AllowedToAnyone.class)) {
            return null;
        }
        try {
            var caller = pages.isAsked(method, request) ? pages.caller() : signIn.caller();
            current.set(caller);
            checkRoute(
                    caller,
                    method.getAnnotation(AllowedTo.class),
                    uri.getPathParameters().getFirst("clinicId"));
            return null;
        } catch (Problem problem) {
            return answer(problem);
        }
    }

    private void checkRoute(Caller caller, @Nullable AllowedTo route, @Nullable String clinicId) {
        if (clinicId != null && !isSeen(caller, route, clinicId)) {
            throw Problem.of(NOT_FOUND, "UNKNOWN_CLINIC", null);
        }
        if (route == null || !isAllowed(caller, route, clinicId)) {
            throw Problem.of(FORBIDDEN, "ROLE_NOT_ALLOWED", null);
        }
    }

    private boolean isSeen(Caller caller, @Nullable AllowedTo route, String clinicId) {
        return caller.clinics().contains(clinicId)
                && ((route != null && route.acceptsNewClinic()) || clinics.knows(clinicId));
    }

    private static boolean isAllowed(Caller caller, AllowedTo route, @Nullable String clinicId) {
        var roles = Arrays.asList(route.value());
        return clinicId == null ? caller.hasAny(roles) : caller.hasAnyAt(clinicId, roles);
    }

    private static Response answer(Problem problem) {
        var answer = Response.fromResponse(problem.response());
        switch (problem.status()) {
            case UNAUTHORIZED -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case UNAVAILABLE -> answer.header(HttpHeaders.RETRY_AFTER, 1);
            default -> {}
        }
        return answer.build();
    }
}

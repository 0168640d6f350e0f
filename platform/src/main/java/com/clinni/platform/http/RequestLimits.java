package com.clinni.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests before any of their body is read: bodies that announce to be too large, and
 * paths with U+0000, which no name holds and no table stores. The server's own limit, with an empty
 * answer, stands behind it for bodies that do not announce their length.
 */
class RequestLimits {

    private static final int BEFORE_THE_SERVERS_OWN = 1_000;
    private static final String NUL = "%00";
    private static final int KIB = 1024;

    private final long most;

    RequestLimits(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVERS_OWN);
    }

    private void check(RoutingContext exchange) {
        var path = exchange.request().path();
        if (path != null && path.contains(NUL)) {
            answer(exchange.response(), Problem.of(404, "NOT_FOUND", null));
        } else if (isTooLarge(exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            answer(
                    exchange.response(),
                    Problem.of(
                            413,
                            "TOO_LARGE",
                            null,
                            "The body may have at most %d KiB.".formatted(most / KIB)));
        } else {
            exchange.next();
        }
    }

    private boolean isTooLarge(@Nullable String length) {
        return length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > most;
    }

    private static void answer(HttpServerResponse response, Problem problem) {
        response.end(problem.begin(response));
    }
}

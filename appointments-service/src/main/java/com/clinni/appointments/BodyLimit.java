package com.clinni.appointments;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says as a problem that a body is too large. The server's own limit stands behind it, with an
 * empty answer, for bodies that do not announce their length.
 */
class BodyLimit {

    private static final int BEFORE_THE_SERVERS_OWN = 1_000;
    private static final int TOO_LARGE = 413;

    private final long most;

    BodyLimit(@ConfigProperty(name = "clinni.http.max-body-bytes") long most) {
        this.most = most;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVERS_OWN);
    }

    private void check(RoutingContext exchange) {
        var length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("\\d{1,18}") || Long.parseLong(length) <= most) {
            exchange.next();
            return;
        }
        var problem = Problem.of(TOO_LARGE, "TOO_LARGE", null);
        exchange.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(
                        JsonObject.of(
                                        "type", problem.type(),
                                        "title", problem.title(),
                                        "status", problem.status(),
                                        "code", problem.code())
                                .encode());
    }
}

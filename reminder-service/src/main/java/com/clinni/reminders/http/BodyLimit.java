package com.clinni.reminders.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says as a problem that a body is too large, before any of it is read. The server's own limit
 * stands behind it for bodies that do not announce their length.
 */
class BodyLimit {

    private static final int BEFORE_THE_SERVERS_OWN = 1_000;
    private static final int TOO_LARGE = 413;

    private final long most;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
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
        exchange.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(
                        JsonObject.of(
                                        "type", "about:blank",
                                        "title", "Request Entity Too Large",
                                        "status", TOO_LARGE,
                                        "code", "TOO_LARGE")
                                .encode());
    }
}

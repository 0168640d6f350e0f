package com.clinni.platform.access.entry;

import com.clinni.platform.http.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The first that every request of the port meets, before identity, routes and bodies. What it
 * refuses is answered with a problem, and the connection is closed: nothing that follows on it is
 * read as another request.
 */
@Singleton
class EntryFilter {

    private static final int BEFORE_ALL_OTHERS = 10_000;

    private final RequestFraming framing;
    private final SlowBodies slowBodies;

    EntryFilter(EntryConfig config, Vertx vertx) {
        this.framing = new RequestFraming(AllowedHosts.of(config));
        this.slowBodies = new SlowBodies(vertx, config);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    /** What the server cannot take for a request at all it answers by itself, and reads on. */
    void registerForFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::checkFailed);
    }

    private void checkFailed(RoutingContext exchange) {
        framing.refusal(exchange.request())
                .filter(_ -> !exchange.response().headWritten())
                .ifPresentOrElse(refusal -> refuse(exchange, refusal), exchange::next);
    }

    private void check(RoutingContext exchange) {
        var refusal = framing.refusal(exchange.request()).or(() -> siteRefusal(exchange));
        if (refusal.isPresent()) {
            refuse(exchange, refusal.get());
        } else {
            slowBodies.watch(exchange);
            exchange.next();
        }
    }

    /** An answer that ended would let the server begin with what came behind the request. */
    private static void refuse(RoutingContext exchange, Problem problem) {
        var response = exchange.response();
        var connection = exchange.request().connection();
        response.write(problem.begin(response)).onComplete(_ -> connection.close());
    }

    private static Optional<Problem> siteRefusal(RoutingContext exchange) {
        return CrossSiteCheck.isFromAnotherSite(exchange.request())
                        && !OutsideCallers.mayCall(exchange.normalizedPath())
                ? Optional.of(Problem.of(403, "CROSS_SITE", null))
                : Optional.empty();
    }
}

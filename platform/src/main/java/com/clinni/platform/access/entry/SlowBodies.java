package com.clinni.platform.access.entry;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Ends connections whose request's body comes too slowly. The server's own time-out sees silence
 * only: a byte now and then holds a connection for ever.
 */
final class SlowBodies {

    private static final long SECOND = Duration.ofSeconds(1).toMillis();

    private final Vertx vertx;
    private final long atLeastMillis;
    private final long bytesPerSecond;

    SlowBodies(Vertx vertx, EntryConfig config) {
        this.vertx = vertx;
        this.atLeastMillis = config.bodyTime().toMillis();
        this.bytesPerSecond = config.bodyRate().asLongValue();
    }

    /** Looks again each time what has come is used up, until all has. */
    void watch(RoutingContext exchange) {
        if (hasBody(exchange.request())) {
            waitFor(exchange, 0);
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private void waitFor(RoutingContext exchange, long waitedMillis) {
        var request = exchange.request();
        var millis = Math.max(1, allowedMillis(request) - waitedMillis);
        var timer = vertx.setTimer(millis, _ -> look(exchange, waitedMillis + millis));
        exchange.addEndHandler(
                _ -> {
                    if (request.isEnded()) {
                        vertx.cancelTimer(timer);
                    }
                });
    }

    private void look(RoutingContext exchange, long waitedMillis) {
        if (exchange.request().isEnded()) {
            return;
        }
        if (allowedMillis(exchange.request()) > waitedMillis) {
            waitFor(exchange, waitedMillis);
        } else {
            exchange.request().connection().close();
        }
    }

    private long allowedMillis(HttpServerRequest request) {
        return atLeastMillis + request.bytesRead() * SECOND / bytesPerSecond;
    }
}

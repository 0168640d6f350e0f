package com.clinni.testbed.conformance;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Checks that a client that sends nothing, or next to nothing, holds no connection for long, and
 * that one with a slow line is heard out. It runs on {@link ConformanceServers}, whose limits are
 * short.
 */
public interface SlowClientsConformance {

    URI service();

    HttpDialect dialect();

    @Test
    default void a_connection_that_asks_nothing_ends() {
        try (var connection = new RawConnection(service())) {
            connection.untilClosed();
        }
    }

    @Test
    default void headers_that_never_end_end_the_connection() throws InterruptedException {
        try (var connection = new RawConnection(service())) {
            connection.send("GET /no-such-thing HTTP/1.1", "Host: localhost").sendText("X-Slow: ");
            ends(connection, "a");
        }
    }

    @Test
    default void a_body_that_never_ends_ends_the_connection() throws InterruptedException {
        try (var connection = begun(100_000)) {
            ends(connection, " ");
        }
    }

    @Test
    default void chunks_that_never_end_end_the_connection() throws InterruptedException {
        try (var connection = new RawConnection(service())) {
            connection.send(
                    dialect().method() + " " + dialect().path() + " HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                    "");
            ends(connection, "1\r\n \r\n");
        }
    }

    /** Twice as fast as it has to be, and for twice as long as any body may take. */
    @Test
    default void a_body_over_a_slow_and_steady_line_is_heard_out() throws InterruptedException {
        var piece = " ".repeat(1024);
        var body = dialect().sample();
        try (var connection = begun(12 * piece.length() + body.length())) {
            var isTaken = connection.drip(piece, Duration.ofMillis(500), 12);
            var answer = connection.sendText(body).head();
            if (!isTaken || !answer.startsWith("HTTP/1.1 ")) {
                throw new AssertionError("a steady client was left: " + answer);
            }
        }
    }

    private RawConnection begun(int length) {
        return new RawConnection(service())
                .send(
                        dialect().method() + " " + dialect().path() + " HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Content-Length: " + length,
                        "");
    }

    private static void ends(RawConnection connection, String piece) throws InterruptedException {
        if (connection.drip(piece, Duration.ofMillis(250), 40)) {
            throw new AssertionError("the connection was kept for a client that drips");
        }
    }
}

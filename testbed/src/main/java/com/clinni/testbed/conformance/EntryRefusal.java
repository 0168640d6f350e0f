package com.clinni.testbed.conformance;

import java.net.URI;
import java.util.List;

/**
 * An answer that a service gives before it looks at who asks: a problem, after which it closes the
 * connection, so that nothing that follows is taken for another request.
 */
record EntryRefusal(int status, String code) {

    private static final List<Integer> STATUSES = List.of(400, 403, 408, 421);

    static EntryRefusal refusal(int status, String code) {
        return new EntryRefusal(status, code);
    }

    /** Fails unless the request is answered so, and the next one on its connection not at all. */
    void check(URI service, String... request) {
        try (var connection = new RawConnection(service)) {
            var all =
                    connection
                            .send(request)
                            .send("", "GET /next HTTP/1.1", "Host: localhost", "")
                            .untilClosed();
            var wanted = "HTTP/1.1 " + status + " ";
            if (!all.startsWith(wanted)
                    || !all.contains("application/problem+json")
                    || !all.contains("\"code\":\"" + code + "\"")
                    || all.lastIndexOf("HTTP/1.1 ") > 0) {
                throw new AssertionError(
                        "%s %s was expected, alone, to%n%s%nand came:%n%s"
                                .formatted(status, code, String.join("\n", request), all));
            }
        }
    }

    /** Fails unless a request is refused, by whomever, and nothing behind it is answered. */
    static void refused(URI service, String... request) {
        try (var connection = new RawConnection(service)) {
            var all =
                    connection
                            .send(request)
                            .send("", "GET /next HTTP/1.1", "Host: localhost", "")
                            .untilClosed();
            if (!all.startsWith("HTTP/1.1 400 ") || all.lastIndexOf("HTTP/1.1 ") > 0) {
                throw new AssertionError(
                        "%s was answered%n%s".formatted(String.join("\n", request), all));
            }
        }
    }

    /** Fails where a request is refused before it is looked at who asks. */
    static void served(URI service, String... request) {
        try (var connection = new RawConnection(service)) {
            var head = connection.send(request).send("").head();
            var status = head.isEmpty() ? 0 : Integer.parseInt(head.split(" ")[1]);
            if (STATUSES.contains(status) || status < 200) {
                throw new AssertionError(
                        "%s was answered%n%s".formatted(String.join("\n", request), head));
            }
        }
    }
}

package com.clinni.testbed.conformance;

import static com.clinni.testbed.conformance.EntryRefusal.refusal;
import static com.clinni.testbed.conformance.EntryRefusal.refused;
import static com.clinni.testbed.conformance.EntryRefusal.served;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks what a service does with requests before it looks at who asks: which hosts it answers for,
 * what it reads as one request, and what pages of other sites can make a browser send. It runs on
 * {@link ConformanceServers}.
 */
public interface EntryConformance {

    URI service();

    HttpDialect dialect();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elsewhere.example",
                "localhost.elsewhere.example",
                "127.0.0.1.elsewhere.example:8081",
                "localhost.",
                "127.0.0.2",
                "[::2]"
            })
    default void a_host_that_is_not_ours_is_refused_whatever_is_asked_of_it(String host) {
        for (var path : new String[] {dialect().path(), "/no-such-thing", "/q/openapi"}) {
            refusal(421, "HOST_UNKNOWN")
                    .check(service(), "GET " + path + " HTTP/1.1", "Host: " + host);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host:",
                "Host: localhost@elsewhere.example",
                "Host: elsewhere.example/localhost",
                "Host: localhost:1:2",
                "Host: localhost:x",
                "Host: localhost, elsewhere.example",
                "X-Host: localhost",
                "Host: localhost\r\nHost: localhost",
                "Host: localhost\r\nHost: elsewhere.example"
            })
    default void a_request_names_exactly_one_host(String headers) {
        refusal(400, "HOST_INVALID").check(service(), "GET /no-such-thing HTTP/1.1", headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:1", "LocalHost", "127.0.0.1", "[::1]:8081"})
    default void this_machine_is_known_by_all_its_names(String host) {
        served(service(), "GET /no-such-thing HTTP/1.1", "Host: " + host);
    }

    @ParameterizedTest
    @CsvSource({
        "http://elsewhere.example/no-such-thing, TARGET_INVALID",
        "http://localhost@elsewhere.example/no-such-thing, TARGET_INVALID",
        "https://127.0.0.1:1/no-such-thing, TARGET_INVALID",
        "localhost:8081, TARGET_INVALID",
        "*, TARGET_INVALID"
    })
    default void a_target_names_no_other_host(String target, String code) {
        refusal(400, code).check(service(), "GET " + target + " HTTP/1.1", "Host: localhost");
    }

    @Test
    default void a_target_may_name_the_host_that_is_asked() {
        served(service(), "GET http://localhost/no-such-thing HTTP/1.1", "Host: localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity",
                "gzip, chunked",
                "chunked, identity",
                "chunked, chunked",
                "xchunked",
                "chunked\r\nTransfer-Encoding: identity"
            })
    default void a_body_is_chunked_or_has_a_length(String encoding) {
        refusal(400, "TRANSFER_ENCODING_INVALID")
                .check(
                        service(),
                        "POST " + dialect().path() + " HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Transfer-Encoding: " + encoding,
                        "",
                        "0",
                        "",
                        "GET /smuggled HTTP/1.1",
                        "Host: localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nContent-Length: 38",
                "Content-Length: 0, 38",
                "Content-Length: +0",
                "Content-Length: -1",
                "Content-Length: 0x0",
                "Content-Length : 38",
                "Transfer-Encoding : chunked"
            })
    default void a_length_that_could_be_read_otherwise_is_refused(String headers) {
        refused(
                service(),
                "POST " + dialect().path() + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://elsewhere.example",
                "Origin: http://localhost:1",
                "Origin: null",
                "Origin: http://localhost\r\nOrigin: https://elsewhere.example",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: same-origin\r\nOrigin: https://elsewhere.example"
            })
    default void a_page_of_another_site_changes_nothing(String headers) {
        var paths = new String[] {dialect().path(), "/webhooks/.." + dialect().path(), "/q/x"};
        for (var path : paths) {
            for (var method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
                refusal(403, "CROSS_SITE")
                        .check(
                                service(),
                                method + " " + path + " HTTP/1.1",
                                "Host: localhost",
                                "Content-Type: text/plain",
                                "Content-Length: 0",
                                headers);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://localhost",
                "Origin: https://LOCALHOST",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none"
            })
    default void our_own_pages_and_programs_are_served(String header) {
        served(
                service(),
                "POST /no-such-thing HTTP/1.1",
                "Host: localhost",
                "Content-Length: 0",
                header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/any", "/preferences/any"})
    default void those_that_others_are_meant_to_call_are_served(String path) {
        served(
                service(),
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Content-Length: 0",
                "Origin: https://elsewhere.example");
    }

    @Test
    default void another_protocol_is_not_switched_to() {
        served(
                service(),
                "GET /no-such-thing HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA");
        try (var connection = new RawConnection(service())) {
            var answer = connection.sendText("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").untilClosed();
            if (!answer.isEmpty() && !answer.matches("(?s)HTTP/\\S+ [45].*")) {
                throw new AssertionError("HTTP/2 is answered: " + answer);
            }
        }
    }
}

package com.clinni.testbed.access;

import static com.clinni.testbed.access.Findings.none;

import com.clinni.testbed.conformance.RawConnection;
import com.clinni.testbed.token.TestToken;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that a service believes good tokens only, at every route that asks for one. */
public interface TokenConformance {

    URI service();

    /** Makes a clinic one that the service knows. */
    void know(String clinicId);

    @ParameterizedTest
    @EnumSource
    default void a_spoiled_token_opens_no_route(SpoiledToken token) {
        var clinic = "clinic-" + UUID.randomUUID();
        know(clinic);
        var header = token.header(clinic);
        var wrong = new ArrayList<String>();
        try (var requests = new AccessRequests(service())) {
            for (var route : AccessTable.ofThisService().routesWithSignIn()) {
                var mediaType = requests.mediaTypes(route).getFirst();
                var sent = requests.send(route.method(), route.at(clinic), mediaType, header);
                var answer = AccessAnswer.of(sent);
                if (answer.status() != token.status() || !answer.isProblem()) {
                    wrong.add(route + ": " + answer);
                }
                if (token.status() == 401
                        && sent.headers().firstValue("WWW-Authenticate").isEmpty()) {
                    wrong.add(route + " does not say what it wants");
                }
            }
        }

        none("answers other than " + token.status(), wrong);
    }

    /** A caller who may act at no clinic finds none. */
    @ParameterizedTest
    @ValueSource(strings = {"centro", "servicio"})
    default void a_token_that_names_no_clinic_finds_none(String role) {
        var clinic = "clinic-" + UUID.randomUUID();
        know(clinic);
        var wrong = new ArrayList<String>();
        try (var requests = new AccessRequests(service())) {
            for (var token : List.of(TestToken.of(role), TestToken.of(role).at())) {
                for (var route : AccessTable.ofThisService().routesWithSignIn()) {
                    if (!route.isOfClinic()) {
                        continue;
                    }
                    var mediaType = requests.mediaTypes(route).getFirst();
                    var answer =
                            AccessAnswer.of(
                                    requests.send(
                                            route.method(),
                                            route.at(clinic),
                                            mediaType,
                                            token.bearer()));
                    if (!answer.isUnknownClinic()) {
                        wrong.add(route + ": " + answer);
                    }
                }
            }
        }

        none("answers other than that there is no such clinic", wrong);
    }

    @Test
    default void a_token_that_names_two_hundred_clinics_is_read() {
        var clinics = Stream.generate(() -> "clinic-" + UUID.randomUUID()).limit(200).toList();
        know(clinics.getLast());
        var token = TestToken.of("centro", "servicio").with("clinics", clinics);
        var route = AccessTable.ofThisService().readingRoute();

        try (var requests = new AccessRequests(service())) {
            var answer =
                    AccessAnswer.of(
                            requests.send("GET", route.at(clinics.getLast()), "", token.bearer()));
            none("past the door", answer.isPastTheDoor() ? List.of() : List.of(answer));
        }
    }

    /** A head that long is nobody's: the connection ends, and others go on. */
    @ParameterizedTest
    @ValueSource(ints = {100_000, 1_000_000})
    default void a_token_that_is_far_too_long_is_refused(int length) {
        var path = AccessTable.ofThisService().readingRoute().at("any");
        try (var connection = new RawConnection(service())) {
            var answer =
                    connection
                            .send(
                                    "GET " + path + " HTTP/1.1",
                                    "Host: localhost",
                                    "Connection: close",
                                    "Authorization: Bearer " + "a".repeat(length),
                                    "")
                            .untilClosed();
            if (!answer.isEmpty() && !answer.matches("(?s)HTTP/1.1 4\\d\\d .*")) {
                throw new AssertionError("it is answered: " + answer);
            }
        }
        try (var requests = new AccessRequests(service())) {
            var next = AccessAnswer.of(requests.send("GET", path, "", ""));
            none("the next request is served", next.status() == 401 ? List.of() : List.of(next));
        }
    }
}

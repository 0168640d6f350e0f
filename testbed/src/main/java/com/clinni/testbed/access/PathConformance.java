package com.clinni.testbed.access;

import static com.clinni.testbed.access.Findings.none;

import com.clinni.testbed.conformance.RawConnection;
import com.clinni.testbed.token.TestToken;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that a service decides by the route that was matched, and by the clinic in it, in whatever
 * way a path is written. OWN and OTHER stand for clinics that there are, the first the caller's;
 * REST for what follows a clinic in a path of the service.
 */
public interface PathConformance {

    List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    URI service();

    /** Makes a clinic one that the service knows. */
    void know(String clinicId);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clinics/OTHERREST",
                "/clinics/OTHER;x=1REST",
                "/clinics/OTHER;clinicId=OWNREST",
                "/clinics/OTHERREST;clinicId=OWN",
                "/clinics/OTHERREST?clinicId=OWN",
                "/clinics/OWN;/../OTHERREST",
                "/clinics/OWN/../OTHERREST",
                "/clinics/OWN/%2e%2e/OTHERREST",
                "/clinics/OWN/.%2E/OTHERREST",
                "/clinics/OWN%2F..%2FOTHERREST",
                "/clinics/OWN%2f%2e%2e%2fOTHERREST",
                "/clinics/OWN/%252e%252e/OTHERREST",
                "/clinics/OWN%252F..%252FOTHERREST",
                "/clinics/OWN%5C..%5COTHERREST",
                "/clinics/./OTHERREST",
                "/clinics//OTHERREST",
                "//clinics/OTHERREST",
                "/clinics/OTHERREST/",
                "/clinics/OTHERREST//",
                "/CLINICS/OWNREST",
                "/%43linics/OWNREST",
                "/%63linics/OTHERREST",
                "/clinics/UPPERREST",
                "/clinics/OTHER%00REST",
                "/clinics/OWN%00OTHERREST",
                "/clinics/OWN%00REST",
                "/clinics/OTHER%20REST",
                "/clinics/%20OWNREST",
                "/clinics/OTHER+REST",
                "/clinics/OWN%0D%0AOTHERREST",
                "/clinics/OWN,OTHERREST",
                "/clinics/OWN%2COTHERREST",
                "/clinics/*REST",
                "/clinics/%2AREST",
                "/clinics/%C0%AE%C0%AE/OTHERREST",
                "/clinics/%FFREST",
                "/clinics/OTHER%E2%80%8BREST",
                "/webhooks/../clinics/OTHERREST",
                "/preferences/x/../../clinics/OTHERREST",
                "/signed-out/../clinics/OTHERREST",
                "/q/../clinics/OTHERREST"
            })
    default void no_way_to_write_a_path_leads_to_another_clinic(String written) {
        var own = "own-" + UUID.randomUUID();
        var other = "other-" + UUID.randomUUID();
        know(own);
        know(other);
        var path = path(written, own, other);
        try (var requests = new AccessRequests(service())) {
            for (var bearer : List.of("", reception(own))) {
                var answer = AccessAnswer.of(requests.send("GET", path, "", bearer));
                var isRefused = answer.isRefusal();
                none("past the door", isRefused ? List.of() : List.of(path + ": " + answer));
            }
        }
    }

    @Test
    default void the_plain_path_leads_to_the_callers_own_clinic() {
        var own = "own-" + UUID.randomUUID();
        know(own);
        try (var requests = new AccessRequests(service())) {
            var path = path("/clinics/OWNREST", own, "");
            var answer = AccessAnswer.of(requests.send("GET", path, "", reception(own)));
            none("refused", answer.isPastTheDoor() ? List.of() : List.of(path + ": " + answer));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clinics/OWN%zzREST",
                "/clinics/OWN%REST",
                "/clinics/OWN%u002eREST",
                "/clinics/OWN\\..\\OTHERREST",
                "/clinics/OWN{x}REST",
                "/clinics/ñREST",
                "clinics/OWNREST"
            })
    default void what_is_no_path_is_refused(String written) {
        var own = "own-" + UUID.randomUUID();
        know(own);
        try (var connection = new RawConnection(service())) {
            var answer =
                    connection
                            .send(
                                    "GET " + path(written, own, "other") + " HTTP/1.1",
                                    "Host: localhost",
                                    "Connection: close",
                                    "Authorization: " + reception(own),
                                    "")
                            .untilClosed();
            if (!answer.matches("(?s)HTTP/1.1 40[04] .*")) {
                throw new AssertionError(written + " is answered: " + answer);
            }
        }
    }

    @Test
    default void a_method_that_a_path_does_not_have_is_not_allowed() {
        var clinic = "clinic-" + UUID.randomUUID();
        know(clinic);
        var routes = RouterRoute.all();
        var wrong = new ArrayList<String>();
        try (var requests = new AccessRequests(service())) {
            for (var path : routes.stream().map(RouterRoute::path).distinct().toList()) {
                for (var method : METHODS) {
                    var route = new RouterRoute(method, path);
                    if (routes.stream().anyMatch(each -> each.takes(method, route.at(clinic)))) {
                        continue;
                    }
                    var answer =
                            AccessAnswer.of(
                                    requests.send(
                                            method,
                                            route.at(clinic),
                                            "application/json",
                                            TestToken.forEverything().bearer()));
                    if (answer.status() != 405 || !answer.code().equals("METHOD_NOT_ALLOWED")) {
                        wrong.add(route + ": " + answer);
                    }
                }
            }
        }

        none("answers other than that the method is not allowed", wrong);
    }

    @Test
    default void asking_for_the_head_alone_opens_nothing() {
        var other = "other-" + UUID.randomUUID();
        know(other);
        var wrong = new ArrayList<String>();
        try (var requests = new AccessRequests(service())) {
            for (var route : AccessTable.ofThisService().routesWithSignIn()) {
                if (!route.method().equals("GET")) {
                    continue;
                }
                var path = route.at(other);
                var nobody = requests.send("HEAD", path, "", "").statusCode();
                var stranger = requests.send("HEAD", path, "", reception("own")).statusCode();
                if (nobody != 401 || (route.isOfClinic() && stranger != 404)) {
                    wrong.add("%s: %d, %d".formatted(route, nobody, stranger));
                }
            }
        }

        none("answers other than 401 and 404", wrong);
    }

    private static String reception(String clinicId) {
        return TestToken.of("centro", "servicio").at(clinicId).bearer();
    }

    private static String path(String written, String own, String other) {
        var rest =
                AccessTable.ofThisService().readingRoute().at("").substring("/clinics/".length());
        return written.replace("OWN", own)
                .replace("OTHER", other)
                .replace("UPPER", own.toUpperCase(Locale.ROOT))
                .replace("REST", rest);
    }
}

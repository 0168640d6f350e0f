package com.clinni.testbed.access;

import static com.clinni.testbed.access.Findings.none;

import com.clinni.testbed.token.TestToken;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Checks who may do what at a service, against access.csv, which a person can read: each route that
 * the router has is called as every kind of caller, for a clinic of the caller's, for another that
 * there is, and for one that nobody knows.
 */
public interface AccessConformance {

    URI service();

    /** Makes a clinic one that the service knows. */
    void know(String clinicId);

    @Test
    default void every_route_of_the_router_has_its_row_and_every_row_its_route() {
        var table = AccessTable.ofThisService();
        var routes = Set.copyOf(RouterRoute.all());
        var missing = new HashSet<>(routes);
        missing.removeAll(table.routes());
        var superfluous = new HashSet<>(table.routes());
        superfluous.removeAll(routes);

        none("routes without a row", missing);
        none("rows without a route", superfluous);
        none("rows that are there twice", table.repeated());
    }

    @Test
    default void every_route_answers_those_whom_its_row_names_and_nobody_else() {
        var own = "own-" + UUID.randomUUID();
        var other = "other-" + UUID.randomUUID();
        var unknown = "unknown-" + UUID.randomUUID();
        know(own);
        know(other);
        var wrong = new ArrayList<String>();
        try (var requests = new AccessRequests(service())) {
            for (var each : AccessTable.ofThisService().expectations(own, other, unknown)) {
                var bearer = each.bearer(own, unknown);
                for (var mediaType : requests.mediaTypes(each.route())) {
                    var answer =
                            AccessAnswer.of(
                                    requests.send(
                                            each.route().method(), each.path(), mediaType, bearer));
                    if (!each.isMetBy(answer)) {
                        wrong.add(each + ", " + answer);
                    }
                }
            }
        }

        none("answers that access.csv does not expect", wrong);
    }

    /**
     * Roles for all clinics stay so, and roles for named ones are held at those and nowhere else.
     */
    @Test
    default void somebody_with_two_roles_has_the_rights_of_both() {
        var own = "own-" + UUID.randomUUID();
        var other = "other-" + UUID.randomUUID();
        var unknown = "unknown-" + UUID.randomUUID();
        know(own);
        know(other);
        var both = TestToken.of("consulta", "centro").at(own, unknown).bearer();
        var table = AccessTable.ofThisService().expectations(own, other, unknown);
        var wrong = new ArrayList<String>();
        try (var requests = new AccessRequests(service())) {
            for (var reading : table) {
                if (!reading.caller().equals("consulta")) {
                    continue;
                }
                var isIn =
                        table.stream()
                                .filter(each -> each.caller().equals("centro"))
                                .filter(each -> each.isSameRequest(reading))
                                .anyMatch(ExpectedAccess::isIn);
                var expected = isIn ? reading.as(ExpectedAccess.IN) : reading;
                var mediaType = requests.mediaTypes(reading.route()).getFirst();
                var answer =
                        AccessAnswer.of(
                                requests.send(
                                        reading.route().method(), reading.path(), mediaType, both));
                if (!expected.isMetBy(answer)) {
                    wrong.add(expected + " as centro too, " + answer);
                }
            }
        }

        none("answers that the rights of both do not explain", wrong);
    }
}

package com.clinni.testbed.access;

import com.clinni.testbed.token.TestToken;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Checks by many random requests, to every route of the router, that a caller of one clinic neither
 * sees nor changes anything of another's: as the service is, and where nobody decides about clinics
 * and PostgreSQL's policies stand alone.
 */
public interface OtherClinicsConformance {

    int CALLS = 1_000;

    URI service();

    /** Makes a clinic one that the service knows. */
    void know(String clinicId);

    /** Makes a clinic with as much data as the service can have of one. */
    ForeignClinic foreignClinic();

    @Test
    default void a_caller_of_one_clinic_sees_and_changes_nothing_of_another() {
        var own = "own-" + UUID.randomUUID();
        know(own);
        var token = TestToken.of("centro", "servicio").at(own);
        try (var requests = new AccessRequests(service())) {
            checkStranger(own, requests, token);
        }
    }

    @Test
    default void nor_where_policies_stand_alone() {
        var own = "own-" + UUID.randomUUID();
        know(own);
        try (var requests = AccessRequests.asIfNobodyDecided(service(), own)) {
            checkStranger(own, requests, TestToken.forEverything());
        }
    }

    private void checkStranger(String own, AccessRequests requests, TestToken token) {
        var foreign = foreignClinic();
        var before = ClinicRows.of(foreign.clinicId());
        if (before.isEmpty()) {
            throw new AssertionError("the clinic has no rows");
        }
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var bearer = token.bearer();
        var routes = RouterRoute.all();
        for (var called = 0; called < CALLS; called++) {
            var route = routes.get(called % routes.size());
            var path = path(route, own, foreign, random);
            var mediaType = among(requests.mediaTypes(route), random);
            var answer =
                    mediaType.endsWith("json")
                            ? requests.send(
                                    route.method(),
                                    path,
                                    mediaType,
                                    among(foreign.bodies(), random),
                                    bearer)
                            : requests.send(route.method(), path, mediaType, bearer);
            for (var word : foreign.words()) {
                if (answer.body().contains(word)) {
                    throw new AssertionError(
                            "%s %s shows %s, seed %d".formatted(route.method(), path, word, seed));
                }
            }
        }
        var after = ClinicRows.of(foreign.clinicId());
        if (!after.equals(before)) {
            throw new AssertionError(
                    "rows changed, seed %d:%n%s%n%s".formatted(seed, before, after));
        }
    }

    /** A path at the foreign clinic, or at the caller's own with an id of the foreign one's. */
    private static String path(
            RouterRoute route, String own, ForeignClinic foreign, Random random) {
        var path = route.path();
        for (var ids : foreign.ids().entrySet()) {
            path = path.replace("{" + ids.getKey() + "}", among(ids.getValue(), random));
        }
        var clinic = random.nextInt(3) == 0 ? own : foreign.clinicId();
        return new RouterRoute(route.method(), path).at(clinic) + "?" + foreign.query();
    }

    private static String among(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}

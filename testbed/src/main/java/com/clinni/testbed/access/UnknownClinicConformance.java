package com.clinni.testbed.access;

import static com.clinni.testbed.access.Findings.none;

import java.net.URI;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that a clinic which is not the caller's is told of before anything else is. */
public interface UnknownClinicConformance {

    URI service();

    /** Makes a clinic one that the service knows. */
    void know(String clinicId);

    /** A fault of the body would say that the clinic is one. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"noSuchField\":1}", "{\"a\":1,\"a\":2}", "\u0000"})
    default void it_is_unknown_whatever_is_wrong_with_the_body(String body) {
        var own = "own-" + UUID.randomUUID();
        var other = "other-" + UUID.randomUUID();
        var unknown = "unknown-" + UUID.randomUUID();
        know(own);
        know(other);
        var wrong = new ArrayList<String>();
        try (var requests = new AccessRequests(service())) {
            for (var each : AccessTable.ofThisService().expectations(own, other, unknown)) {
                if (!each.expected().equals("404") || each.route().method().equals("GET")) {
                    continue;
                }
                var mediaType = requests.mediaTypes(each.route()).getFirst();
                var answer =
                        AccessAnswer.of(
                                requests.send(
                                        each.route().method(),
                                        each.path(),
                                        mediaType,
                                        body,
                                        each.bearer(own, unknown)));
                if (each.route().isOfClinic() && !answer.isUnknownClinic()) {
                    wrong.add(each + ", " + answer);
                }
            }
        }

        none("answers other than that there is no such clinic", wrong);
    }
}

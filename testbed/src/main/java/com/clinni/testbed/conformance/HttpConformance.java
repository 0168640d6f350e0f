package com.clinni.testbed.conformance;

import com.clinni.testbed.fault.LinkFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Checks that a service answers what went wrong as every service does. It runs on {@link
 * ConformanceServers}.
 */
public interface HttpConformance {

    HttpDialect dialect();

    Watched watched();

    @ParameterizedTest
    @EnumSource
    default void a_mistake_is_answered_as_by_every_service(ClientMistake mistake) {
        none(dialect().deviations(mistake));
    }

    @Test
    default void a_missing_body_is_answered_alike_on_every_route_that_needs_one() {
        none(dialect().deviationsWithoutBody());
    }

    @Test
    default void a_request_without_the_database_may_come_back() {
        watched().database().fault(LinkFault.Plain.REFUSE);
        try {
            none(dialect().deviationsWithoutDatabase());
        } finally {
            watched().database().heal();
        }
    }

    @Test
    default void a_person_gets_a_page_where_a_program_gets_a_problem() throws Exception {
        none(dialect().deviationsForPeople());
    }

    @Test
    default void the_openapi_document_says_who_may_call_and_how_others_are_answered() {
        none(dialect().deviationsOfDescription());
    }

    private static void none(List<String> deviations) {
        if (!deviations.isEmpty()) {
            throw new AssertionError(String.join("\n", deviations));
        }
    }
}

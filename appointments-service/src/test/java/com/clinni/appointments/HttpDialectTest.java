package com.clinni.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.conformance.HttpDialect;
import com.clinni.testbed.conformance.Mistake;
import com.clinni.testbed.fault.FaultProxy;
import com.clinni.testbed.fault.LinkFault;
import com.clinni.testbed.infrastructure.FaultyDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(FaultyDatabase.class)
class HttpDialectTest {

    @TestHTTPResource URI base;
    FaultProxy database; // injected

    @ParameterizedTest
    @EnumSource
    void a_mistake_is_answered_as_by_every_service(Mistake mistake) {
        assertThat(service().deviations(mistake)).isEmpty();
    }

    @Test
    void a_missing_body_is_answered_alike_on_every_route_that_needs_one() {
        assertThat(service().deviationsWithoutBody()).isEmpty();
    }

    @Test
    void a_request_without_the_database_may_come_back() {
        database.fault(LinkFault.REFUSE);
        try {
            assertThat(service().deviationsWithoutDatabase()).isEmpty();
        } finally {
            database.heal();
        }
    }

    private HttpDialect service() {
        return new HttpDialect(
                base,
                "PUT",
                "/appointments/visit-1/start",
                "{\"startsAt\":\"2027-03-01T10:00:00+01:00\"}");
    }
}

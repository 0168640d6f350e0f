package com.clinni.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.conformance.HttpDialect;
import com.clinni.testbed.conformance.Mistake;
import com.clinni.testbed.fault.LinkFault;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class HttpDialectTest extends ServiceTest {

    @TestHTTPResource URI base;

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
        FaultyDatabase.database().fault(LinkFault.REFUSE);
        try {
            assertThat(service().deviationsWithoutDatabase()).isEmpty();
        } finally {
            FaultyDatabase.database().heal();
        }
    }

    private HttpDialect service() {
        return new HttpDialect(
                base,
                "POST",
                "/clinics/sol/sms-credit/top-ups",
                "{\"segments\":5,\"reference\":\"r-1\"}");
    }
}

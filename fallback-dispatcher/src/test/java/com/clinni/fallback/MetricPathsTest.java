package com.clinni.fallback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.testbed.conformance.ManagementPort;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricPathsTest extends ServiceTest {

    @Test
    void a_request_that_is_refused_before_its_resource_is_known_leaves_no_id_in_the_metrics() {
        given().patch("/clinics/clinic-of-nobody/sms-credit/top-ups").then().statusCode(405);

        await().untilAsserted(
                        () ->
                                assertThat(given().get(ManagementPort.metrics()).asString())
                                        .contains("status=\"405\",uri=\"UNKNOWN\"")
                                        .doesNotContain("clinic-of-nobody"));
    }
}

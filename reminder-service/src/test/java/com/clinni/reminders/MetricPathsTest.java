package com.clinni.reminders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.testbed.conformance.ManagementPort;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class MetricPathsTest {

    @Test
    void a_request_that_is_refused_before_its_resource_is_known_leaves_no_id_in_the_metrics() {
        given().patch("/clinics/clinic-of-nobody/templates/reminder/ca").then().statusCode(405);

        await().untilAsserted(
                        () ->
                                assertThat(given().get(ManagementPort.metrics()).asString())
                                        .contains("status=\"405\",uri=\"UNKNOWN\"")
                                        .doesNotContain("clinic-of-nobody"));
    }
}

package com.clinni.reminders;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.clinni.testbed.conformance.ManagementPort;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ServiceEndpointsTest {

    @ParameterizedTest
    @ValueSource(strings = {"started", "live", "ready"})
    void the_service_says_that_it_is_well(String kind) {
        get(ManagementPort.health(kind)).then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void metrics_can_be_scraped() {
        get(ManagementPort.metrics())
                .then()
                .statusCode(200)
                .body(containsString("reminders_batch_size"))
                .body(containsString("reminders_dead_letters_unpublishable_total"));
    }

    @Test
    void an_openapi_document_is_served() {
        get("/q/openapi").then().statusCode(200).body(containsString("reminder-service"));
    }
}

package com.clinni.appointments.erasure;

import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.clinni.platform.access.ServiceToken;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ExportTest {

    @Inject ObjectMapper json;
    @Inject ServiceToken token;

    private String clinic;

    @BeforeEach
    void a_visit() {
        clinic = clinic();
        post(
                        clinic,
                        """
                        {"appointmentId":"%s","startsAt":"2027-03-10T16:30:00+01:00",
                         "patient":{"patientId":"p-78","firstName":"Ana","phone":"644 555 322"}}
                        """
                                .formatted(fresh("visit")))
                .then()
                .statusCode(201);
    }

    @Test
    void all_that_stands_anywhere_comes_with_its_service_and_table_and_is_kept_by_nobody() {
        others("[{\"table\":\"message\",\"rows\":[{\"columns\":{\"phone\":\"+34644555322\"}}]}]");

        given().get("/clinics/{c}/patients/p-78/export", clinic)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("services.'appointments-service'[0].table", equalTo("appointment"))
                .body(
                        "services.'appointments-service'[0].rows[0].columns.phone",
                        equalTo("644 555 322"))
                .body("services.'appointments-service'[1].rows", hasSize(1))
                .body(
                        "services.'whatsapp-dispatcher'[0].rows[0].columns.phone",
                        equalTo("+34644555322"));
    }

    @Test
    void without_one_of_the_services_nothing_is_exported() {
        given().get("/clinics/{c}/patients/p-78/export", clinic)
                .then()
                .statusCode(503)
                .body("code", equalTo("SERVICE_UNAVAILABLE"))
                .body("field", equalTo("reminder-service"));
    }

    @Test
    void nobody_knows_a_patient_of_whom_nothing_stands_anywhere() {
        others("[]");

        given().get("/clinics/{c}/patients/nobody/export", clinic)
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_PATIENT"));
        given().get("/clinics/nowhere/patients/p-78/export")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_CLINIC"));
    }

    private void others(String tables) {
        var data = new LinkedHashMap<String, JsonNode>();
        for (var service :
                new String[] {"reminder-service", "whatsapp-dispatcher", "fallback-dispatcher"}) {
            try {
                data.put(service, json.readTree(tables));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        QuarkusMock.installMockForType(new FixedServices(data, token), OtherServices.class);
    }

    /** The other services, all of which answer. */
    static class FixedServices extends OtherServices {

        private final Map<String, JsonNode> data;

        FixedServices(Map<String, JsonNode> data, ServiceToken token) {
            super(new NoServices(), token, new ObjectMapper());
            this.data = data;
        }

        @Override
        Map<String, JsonNode> data(String clinicId, String patientId) {
            return data;
        }
    }

    /** Addresses that nobody asks. */
    private static class NoServices implements ExportConfig {

        @Override
        public java.net.URI remindersUrl() {
            return java.net.URI.create("http://localhost:1");
        }

        @Override
        public java.net.URI whatsappUrl() {
            return remindersUrl();
        }

        @Override
        public java.net.URI fallbackUrl() {
            return remindersUrl();
        }
    }
}

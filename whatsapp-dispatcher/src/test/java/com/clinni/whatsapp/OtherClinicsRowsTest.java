package com.clinni.whatsapp;

import com.clinni.testbed.access.ForeignClinic;
import com.clinni.testbed.access.OtherClinicsConformance;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Requests of a caller of one clinic for what is another's, by every route. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class OtherClinicsRowsTest implements OtherClinicsConformance {

    private static final String PHONE = "+34600918273";
    private static final String WORD = "Canariona";

    @TestHTTPResource URI service;
    @Inject ServiceDriver scene;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @Override
    public URI service() {
        return service;
    }

    @Override
    public void know(String clinicId) {
        DatabaseAdmin.execute("INSERT INTO clinic VALUES ('%s')".formatted(clinicId));
    }

    /** Its patient said no to the line, and yes to this clinic. */
    @Override
    public ForeignClinic foreignClinic() {
        var clinic = "foreign-" + UUID.randomUUID();
        know(clinic);
        var message =
                TestMessage.dueAt(ServiceDriver.NOON)
                        .ofClinic(clinic, "Clínica " + WORD, "+34910918273")
                        .to(PHONE)
                        .text("Le esperamos en " + WORD);
        scene.arrives(message);
        DatabaseAdmin.execute(
                """
                INSERT INTO opt_out VALUES ('default', '%1$s', now());
                INSERT INTO opt_in VALUES ('%1$s', '%2$s', now());
                INSERT INTO opt_out_change (line, phone, opted_out, at, by, clinic_id)
                VALUES ('default', '%1$s', false, now(), 'CLINIC', '%2$s');
                INSERT INTO task (id, raised_at, clinic_id) VALUES ('%3$s', now(), '%2$s');
                """
                        .formatted(PHONE, clinic, UUID.randomUUID()));
        return new ForeignClinic(
                clinic,
                Map.of("patientId", List.of("patient-1"), "line", List.of("default")),
                List.of(PHONE, WORD, "918273", clinic + "\""),
                List.of(
                        "{\"phone\":\"%s\",\"reason\":\"a reason\"}".formatted(PHONE),
                        "{\"phone\":\"%s\"}".formatted(PHONE),
                        "{\"reason\":\"a reason\",\"wait\":true}",
                        "{}"),
                "from=2030-03-01");
    }
}

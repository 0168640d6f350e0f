package com.clinni.fallback;

import com.clinni.events.Cause;
import com.clinni.testbed.access.ForeignClinic;
import com.clinni.testbed.access.OtherClinicsConformance;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests of a caller of one clinic for what is another's, by every route. */
@QuarkusTest
class OtherClinicsRowsTest extends ServiceTest implements OtherClinicsConformance {

    private static final String WORD = "Canariona";
    private static final String PATIENT = "patient-7";

    @TestHTTPResource URI service;

    @Override
    public URI service() {
        return service;
    }

    /** Every clinic is known here: nobody tells this service of any. */
    @Override
    public void know(String clinicId) {}

    @Override
    public ForeignClinic foreignClinic() {
        var clinic = "foreign-" + UUID.randomUUID();
        var message =
                TestMessage.message()
                        .clinic(clinic)
                        .clinicName("Clínica " + WORD)
                        .patient(PATIENT)
                        .phone("+34600918273")
                        .email("canariona@example.test")
                        .build();
        var id = died(message, Cause.LINE_DOWN).toString();
        execute("UPDATE message SET state = 'NEEDS_ATTENTION', cause = 'LINE_DOWN'");
        execute(
                """
                INSERT INTO sms_credit VALUES ('%1$s', 918273, 1, 1);
                INSERT INTO sms_reservation VALUES ('%2$s', '%1$s', 1);
                INSERT INTO sms_credit_entry (clinic_id, kind, segments, reason, reference, at)
                VALUES ('%1$s', 'TOP_UP', 918273, '%3$s', 'r-1', now());
                INSERT INTO sms_sender VALUES ('%1$s', '%3$s', 'REGISTERED', now());
                INSERT INTO channel_opt_out VALUES ('%1$s', '%4$s', 'EMAIL', now());
                INSERT INTO forecast VALUES ('%1$s', '2030-03-06', 918273, 1, 1, 1, 1, now());
                """
                        .formatted(clinic, id, WORD, PATIENT));
        return new ForeignClinic(
                clinic,
                Map.of("id", List.of(id), "patientId", List.of(PATIENT)),
                List.of(WORD, "canariona", "918273", message.reminderId().toString()),
                List.of(
                        "{\"ids\":[\"%s\"],\"reason\":\"a reason\"}".formatted(id),
                        "{\"ids\":[\"%s\"],\"reason\":\"a reason\",\"dryRun\":true}".formatted(id),
                        "{\"filter\":{\"clinic\":\"%s\"},\"reason\":\"a reason\"}"
                                .formatted(clinic),
                        "{\"reason\":\"a reason\"}",
                        "{\"segments\":5,\"reference\":\"r-1\",\"reason\":\"a reason\"}",
                        "{\"segments\":5,\"reference\":\"r-2\",\"reason\":\"a reason\"}",
                        "{\"alias\":\"Otra\"}",
                        "{}"),
                "day=2030-03-06");
    }
}

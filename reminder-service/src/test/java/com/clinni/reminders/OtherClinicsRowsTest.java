package com.clinni.reminders;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.clinni.events.Channel;
import com.clinni.events.ClinicProfile;
import com.clinni.events.EventJson;
import com.clinni.events.Fallback;
import com.clinni.testbed.access.ForeignClinic;
import com.clinni.testbed.access.OtherClinicsConformance;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests of a caller of one clinic for what is another's, by every route. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class OtherClinicsRowsTest implements OtherClinicsConformance {

    private static final String WORD = "Canariona";

    @TestHTTPResource URI service;

    @Override
    public URI service() {
        return service;
    }

    @Override
    public void know(String clinicId) {
        know(clinicId, "Prado");
    }

    private static void know(String clinicId, String name) {
        var profile =
                new ClinicProfile(
                        clinicId,
                        1,
                        RequestPublisher.THEN,
                        name,
                        "910 000 000",
                        "Calle Mayor 1, Madrid",
                        ZoneId.of("Europe/Madrid"),
                        "es",
                        Channel.WHATSAPP,
                        Fallback.EMAIL,
                        Duration.ofMinutes(15),
                        null,
                        null,
                        null);
        DatabaseAdmin.execute(
                "INSERT INTO clinic_profile VALUES ('%s', 1, convert_to('%s', 'UTF8'))"
                        .formatted(clinicId, new String(EventJson.write(profile), UTF_8)));
    }

    @Override
    public ForeignClinic foreignClinic() {
        var clinic = "foreign-" + UUID.randomUUID();
        know(clinic, WORD);
        DatabaseAdmin.execute(
                """
                INSERT INTO requested_message
                    (reminder_id, clinic_id, generation, given_up, content_hash, profile, forget_after)
                VALUES ('%s', '%s', 1, false, '', convert_to('%s', 'UTF8'), 'infinity')
                """
                        .formatted(UUID.randomUUID(), clinic, WORD));
        for (var language : List.of("es", "ca")) {
            given().contentType("application/json")
                    .body("{\"whatsapp\":\"{date} {time} %s\"}".formatted(WORD))
                    .put("/clinics/{c}/templates/reminder/{l}", clinic, language)
                    .then()
                    .statusCode(201);
        }
        return new ForeignClinic(
                clinic,
                Map.of(
                        "kind", List.of("reminder"),
                        "language", List.of("es", "ca"),
                        "patientId", List.of("p-1")),
                List.of(WORD),
                List.of(
                        "{\"whatsapp\":\"{date} {time} Otra\"}",
                        "{\"version\":1}",
                        "{\"version\":0}",
                        "{}"),
                "from=2027-03-01");
    }
}

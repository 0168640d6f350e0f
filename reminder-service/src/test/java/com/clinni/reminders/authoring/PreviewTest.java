package com.clinni.reminders.authoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.clinni.events.Channel;
import com.clinni.reminders.RequestPublisher;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.token.TestToken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clinic sees before its patients do. The clock stands at 5 March 2030. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class PreviewTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private final String clinic = "c-" + UUID.randomUUID();

    @Test
    void without_a_body_the_texts_in_force_are_shown_for_every_channel() {
        given().contentType(ContentType.JSON)
                .post(path("ca"))
                .then()
                .statusCode(200)
                .body("typical.whatsapp", startsWith("Hola, Ana:"))
                .body("typical.whatsapp", containsString("dimecres 6 de març del 2030"))
                .body("typical.whatsapp", containsString("missatge automàtic"))
                .body("typical.sms", containsString("dimecres 6 de marc del 2030"))
                .body("typical.emailSubject", startsWith("Recordatori"))
                .body("typical.emailText", containsString("Clínica Ejemplo"))
                .body("warnings", empty());
    }

    @Test
    void a_clinic_that_was_told_of_sees_its_own_name_and_address() {
        try (var others = new RequestPublisher(brokers)) {
            others.send(others.clinic(1, Channel.WHATSAPP, "es"));

            await().untilAsserted(
                            () ->
                                    given().contentType(ContentType.JSON)
                                            .post(path(others.clinicId, "es"))
                                            .then()
                                            .body("typical.sms", startsWith("Clínica Prado: ")));
            given().contentType(ContentType.JSON)
                    .post(path(others.clinicId, "es"))
                    .then()
                    .body("longest.emailText", containsString("Calle Mayor 1, Madrid"))
                    .body("longest.emailText", containsString("María de los Ángeles"));
        }
    }

    @Test
    void a_request_that_does_not_say_what_it_sends_is_refused() throws Exception {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port + path("es")))
                        .header("Authorization", TestToken.forEverything().bearer())
                        .POST(BodyPublishers.noBody())
                        .build();

        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()))
                    .returns(415, HttpResponse::statusCode);
        }
    }

    @Test
    void unsaved_texts_are_shown_and_not_saved() {
        preview(Map.of("sms", "Hoy {date} {time} {clinic} {phone}"))
                .body("typical.sms", startsWith("Hoy miércoles 6 de marzo de 2030 16:30"));

        given().contentType(ContentType.JSON)
                .body(Map.of("sms", "{date} {time} {clinic} {phone}"))
                .put("/clinics/" + clinic + "/templates/reminder/es")
                .then()
                .statusCode(201);
    }

    @Test
    void an_sms_is_counted_and_priced_with_and_without_accents() {
        preview(
                        Map.of(
                                "sms",
                                "Le esperamos el {date} a las {time}. Avise al {phone} con"
                                        + " antelación."))
                .body("typical.smsCost.encoding", equalTo("UCS_2"))
                .body("typical.smsCost.segments", equalTo(2))
                .body("typical.smsCost.cost", equalTo(0.12f))
                .body("typical.smsCostWithoutAccents.encoding", equalTo("GSM_7"))
                .body("typical.smsCostWithoutAccents.segments", equalTo(1))
                .body("typical.smsCostWithoutAccents.cost", equalTo(0.06f))
                .body("typical.smsWithoutAccents", containsString("antelacion"))
                .body("currency", equalTo("EUR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5° izq.|5o izq.|GSM_7",
                "«Čapek», portal 2·1|\"Capek\", portal 2.1|GSM_7",
                "Łódź 3‑A…|Lodz 3-A...|GSM_7",
                "Está en la 2.ª 😀|Está en la 2.ª 😀|UCS_2"
            })
    void an_sms_without_accents_is_shown_as_it_would_be_sent(
            String written, String sent, String encoding) {
        preview(Map.of("sms", "{date} {time} {clinic} " + written))
                .body("typical.smsWithoutAccents", endsWith(sent))
                .body("typical.smsCostWithoutAccents.encoding", equalTo(encoding));
    }

    @Test
    void the_longest_values_show_what_the_usual_ones_hide() {
        given().contentType(ContentType.JSON)
                .post(path("es"))
                .then()
                .body("longest.smsCost.segments", greaterThan(1))
                .body("longest.whatsapp", containsString("María de los Ángeles Inmaculada"))
                .body("longest.whatsapp", containsString("septiembre"));
    }

    @Test
    void what_a_locked_screen_shows_is_shown_and_warned_of() {
        preview(
                        Map.of(
                                "whatsapp",
                                "Hola, {patient}:\n"
                                        + "le recordamos su cita el {date} {time} {clinic}"))
                .body(
                        "typical.lockScreen.whatsapp",
                        equalTo("Hola, Ana: le recordamos su cita el miér"))
                .body("warnings", empty());

        preview(Map.of("whatsapp", "{patient}, {clinic}: {date}, {time}"))
                .body("warnings.code", hasItem("LOCK_SCREEN"))
                .body("warnings.field", hasItem("whatsapp"));
    }

    @Test
    void what_would_be_refused_when_saved_is_refused_in_the_preview() {
        given().contentType(ContentType.JSON)
                .body(Map.of("sms", "{date} {time} {doctor}"))
                .post(path("es"))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_VARIABLE"))
                .body("column", equalTo(15));
    }

    private ValidatableResponse preview(Map<String, String> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(path("es"))
                .then()
                .statusCode(200);
    }

    private String path(String language) {
        return path(clinic, language);
    }

    private static String path(String ofClinic, String language) {
        return "/clinics/" + ofClinic + "/templates/reminder/" + language + "/preview";
    }
}

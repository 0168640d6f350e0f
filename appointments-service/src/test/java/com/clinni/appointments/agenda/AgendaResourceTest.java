package com.clinni.appointments.agenda;

import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class AgendaResourceTest {

    private static final String HEADER = "Fecha;Hora;Paciente;Móvil\n";
    private static final String ANA = "25/11/2026;%s;Ana Ruiz;600000123\n";

    @Inject MutableClock clock;

    @BeforeEach
    void three_days_before() {
        clock.set("2026-11-22T09:00:00Z");
    }

    @Test
    void madrids_agenda_adds_up() throws IOException {
        var clinic = clinic();

        load(clinic, agenda("madrid"))
                .then()
                .statusCode(200)
                .body("booked", equalTo(43))
                .body("moved", equalTo(0))
                .body("unchanged", equalTo(1))
                .body("rejected.line", equalTo(List.of(11, 22, 27, 37)))
                .body(
                        "rejected.code",
                        equalTo(
                                List.of(
                                        "NO_ADDRESS",
                                        "INVALID_DATE",
                                        "INVALID_TIME",
                                        "NO_ADDRESS")))
                .body("rejected.field", equalTo(List.of("phone", "date", "time", "phone")))
                .body("warnings.line", equalTo(List.of(9, 17)))
                .body("warnings.code", equalTo(List.of("NOT_MOBILE", "EMAIL_INVALID")))
                .body("warnings.field", equalTo(List.of("phone", "email")));
        given().get("/clinics/{id}/reminders", clinic).then().body("size()", equalTo(43));
    }

    @Test
    void barcelonas_agenda_adds_up() throws IOException {
        load(clinic("language", "\"ca\""), agenda("barcelona"))
                .then()
                .body("booked", equalTo(37))
                .body("unchanged", equalTo(0))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(2))
                .body("warnings", hasSize(0));
    }

    @Test
    void las_palmas_agenda_adds_up_in_windows_letters() throws IOException {
        load(clinic("zone", "\"Atlantic/Canary\""), agenda("las-palmas"))
                .then()
                .body("booked", equalTo(34))
                .body("unchanged", equalTo(0))
                .body("rejected", hasSize(0))
                .body("warnings", hasSize(0));
    }

    @Test
    void the_same_file_again_changes_nothing() throws IOException {
        var clinic = clinic();
        load(clinic, agenda("madrid"));

        load(clinic, agenda("madrid"))
                .then()
                .body("booked", equalTo(0))
                .body("moved", equalTo(0))
                .body("unchanged", equalTo(44))
                .body("rejected", hasSize(4));
    }

    @Test
    void another_hour_moves_the_visit_and_an_absent_line_cancels_nothing() {
        var clinic = clinic();
        load(clinic, HEADER + ANA.formatted("09:00") + "25/11/2026;10:00;Eva;600000124\n");

        load(clinic, HEADER + ANA.formatted("11:00"))
                .then()
                .body("booked", equalTo(0))
                .body("moved", equalTo(1))
                .body("unchanged", equalTo(0));

        assertThat(states(clinic)).containsExactlyInAnyOrder("CANCELLED", "SCHEDULED", "SCHEDULED");
    }

    @Test
    void a_patient_may_come_twice_a_day_and_each_visit_is_found_again() {
        var clinic = clinic();
        load(clinic, HEADER + ANA.formatted("09:00") + ANA.formatted("17:00"))
                .then()
                .body("booked", equalTo(2));

        load(clinic, HEADER + ANA.formatted("17:00")).then().body("unchanged", equalTo(1));
        load(clinic, HEADER + ANA.formatted("10:00") + ANA.formatted("17:00"))
                .then()
                .body("moved", equalTo(1))
                .body("unchanged", equalTo(1));
    }

    @Test
    void the_files_own_id_moves_a_visit_to_another_day() {
        var clinic = clinic();
        var header = "Id;Fecha;Hora;Paciente;Móvil\n";
        load(clinic, header + "77;25/11/2026;09:00;Ana;600000123\n");

        load(clinic, header + "77;26/11/2026;09:00;Ana;600000125\n")
                .then()
                .body("moved", equalTo(1));
    }

    @Test
    void a_cancelled_visit_does_not_come_back_because_an_old_line_still_has_it() {
        var clinic = clinic();
        load(clinic, HEADER + ANA.formatted("09:00"));
        cancel(list(clinic).jsonPath().getString("[0].appointmentId"));

        load(clinic, HEADER + ANA.formatted("09:00")).then().body("unchanged", equalTo(1));

        assertThat(states(clinic)).containsExactly("CANCELLED");
    }

    @Test
    void the_same_patient_in_two_clinics_is_two_visits() {
        load(clinic(), HEADER + ANA.formatted("09:00")).then().body("booked", equalTo(1));
        load(clinic(), HEADER + ANA.formatted("09:00")).then().body("booked", equalTo(1));
    }

    @Test
    void a_file_of_three_thousand_lines_is_one_import() {
        var file = new StringBuilder(HEADER);
        for (var i = 0; i < 3_000; i++) {
            file.append("25/11/2026;09:00;Ana;600%06d\n".formatted(i));
        }

        load(clinic(), file.toString()).then().statusCode(200).body("booked", equalTo(3_000));
    }

    @Test
    void what_is_no_agenda_is_refused() {
        var clinic = clinic();

        load(clinic, "").then().statusCode(422).body("field", equalTo("header"));
        load(clinic, "Fecha;Paciente\n")
                .then()
                .statusCode(422)
                .body("code", equalTo("COLUMN_MISSING"))
                .body("field", equalTo("time"));
        load(fresh("clinic"), HEADER).then().statusCode(404);
        given().contentType("application/json")
                .body("{}")
                .post("/clinics/{id}/appointments/import", clinic)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    private static List<String> states(String clinic) {
        return list(clinic).jsonPath().getList("state");
    }

    private static Response list(String clinic) {
        return given().get("/clinics/{id}/reminders", clinic);
    }

    private static Response load(String clinic, String file) {
        return load(clinic, file.getBytes(StandardCharsets.UTF_8));
    }

    private static Response load(String clinic, byte[] file) {
        var asItIs = EncoderConfig.encoderConfig();
        return given().config(
                        RestAssuredConfig.config()
                                .encoderConfig(
                                        asItIs.appendDefaultContentCharsetToContentTypeIfUndefined(
                                                false)))
                .contentType("text/csv; charset=windows-1252")
                .body(file)
                .post("/clinics/{id}/appointments/import", clinic);
    }

    private static byte[] agenda(String place) throws IOException {
        try (var in =
                AgendaResourceTest.class.getResourceAsStream("/agendas/agenda-" + place + ".csv")) {
            return in.readAllBytes();
        }
    }
}

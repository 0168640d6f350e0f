package com.clinni.appointments.agenda;

import static com.clinni.appointments.TestClinics.address;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.agenda.AgendaUpload.counts;
import static com.clinni.appointments.agenda.AgendaUpload.dryRun;
import static com.clinni.appointments.agenda.AgendaUpload.load;
import static com.clinni.appointments.agenda.AgendaUpload.send;
import static com.clinni.appointments.agenda.AgendaUpload.states;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.agenda.file.Workbook;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class AgendaAnswerTest {

    private static final String HEADER = "Fecha;Hora;Paciente;Móvil";
    private static final String ANA = "25/11/2026;09:00;Ana;600000001";

    @Inject MutableClock clock;

    @BeforeEach
    void three_days_before() {
        clock.set("2026-11-22T09:00:00Z");
    }

    @Test
    void a_dry_run_says_line_by_line_what_would_happen_and_stores_nothing() {
        var clinic = clinic();
        load(clinic, HEADER, ANA, "25/11/2026;10:00;Eva;600000002");
        var next =
                new String[] {
                    HEADER + ";Estado",
                    ANA + ";",
                    "25/11/2026;11:00;Eva;600000002;",
                    "25/11/2026;12:00;Luis;600000003;",
                    "25/11/2026;12:00;Luz;600000004;anulada",
                    "25/11/2026;25:00;Mar;600000005;"
                };

        var foreseen = dryRun(clinic, next);
        var before = states(clinic);
        var happened = load(clinic, next);

        assertThat(before).containsOnly("SCHEDULED").hasSize(2);
        assertThat(foreseen.getBoolean("dryRun")).isTrue();
        assertThat(happened.getBoolean("dryRun")).isFalse();
        assertThat(foreseen.getList("results.result"))
                .containsExactly("UNCHANGED", "MOVED", "BOOKED", "SKIPPED", "REJECTED");
        assertThat(foreseen.getList("results")).isEqualTo(happened.getList("results"));
        assertThat(counts(foreseen))
                .isEqualTo(counts(happened))
                .containsExactly(1, 1, 0, 0, 1, 1, 1);
    }

    @Test
    void a_dry_run_that_is_written_wrong_books_nothing() {
        var clinic = clinic();

        send(clinic, "?dryRun=yes", (HEADER + "\n" + ANA).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400);

        assertThat(states(clinic)).isEmpty();
    }

    @Test
    void every_fault_has_words_in_two_languages_of_what_is_wrong_and_what_to_do() {
        var report = load(clinic(), HEADER, "31/02/2026;09:00;Ana;600000001");

        assertThat(report.getString("rejected[0].es")).contains("fecha", "31/12/2027");
        assertThat(report.getString("rejected[0].en")).contains("date", "31/12/2027");
    }

    @Test
    void the_answer_names_the_visit_of_each_line() {
        var clinic = clinic();

        var report = load(clinic, HEADER, ANA, ANA, "25/11/2026;;Eva;600000002");

        var ids = report.<String>getList("results.appointmentId");
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotNull();
        assertThat(ids.get(2)).isNull();
        given().get(address(ids.getFirst()) + "/reminders").then().statusCode(200);
    }

    @Test
    void what_was_recognised_and_what_was_ignored_is_part_of_the_answer() {
        var report =
                load(
                        clinic(),
                        "Clínica Prado;;;;",
                        "Agenda del 25/11/2026",
                        "Fecha cita;Hora inicio;Paciente;Tel. móvil;Contacto;Sala",
                        "25/11/2026;09:00;Ana;600000001;600000009;3");

        assertThat(report.getInt("columns.line")).isEqualTo(3);
        assertThat(report.getList("columns.titleLines")).containsExactly(1, 2);
        assertThat(report.getList("columns.recognised.header"))
                .containsExactly("Fecha cita", "Hora inicio", "Paciente", "Tel. móvil");
        assertThat(report.getList("columns.recognised.column"))
                .containsExactly("date", "time", "patient", "mobile");
        assertThat(report.getList("columns.ignored")).containsExactly("Contacto", "Sala");
        assertThat(report.getList("warnings.code")).containsExactly("PHONES_IGNORED");
        assertThat(report.getList("warnings.field")).containsExactly("Contacto");
    }

    @Test
    void a_header_that_stands_there_twice_is_an_error_that_names_it() {
        var answer =
                send(
                        clinic(),
                        "",
                        "Fecha;Hora;Paciente;Móvil;MOVIL\n".getBytes(StandardCharsets.UTF_8));

        answer.then().statusCode(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("COLUMN_DUPLICATE");
        assertThat(answer.jsonPath().getString("field")).isEqualTo("MOVIL");
        assertThat(answer.jsonPath().getString("detail")).contains("título", "header");
    }

    @Test
    void at_most_a_hundred_faults_are_listed_and_all_are_counted() {
        var lines = Collections.nCopies(250, "25/11/2026;25:00;Ana;600000001");

        var report = load(clinic(), HEADER + "\n" + String.join("\n", lines));

        assertThat(report.getInt("rejectedLines")).isEqualTo(250);
        assertThat(report.getList("rejected")).hasSize(100);
        assertThat(report.getInt("lines")).isEqualTo(250);
    }

    @Test
    void five_thousand_lines_are_the_most_and_a_cell_has_five_hundred_characters() {
        var clinic = clinic();
        var many = Collections.nCopies(5_001, ANA);
        var long1 = "25/11/2026;09:00;1" + " ".repeat(100_000) + "x;600000001";

        send(clinic, "", (HEADER + "\n" + String.join("\n", many)).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422);
        var report = load(clinic, HEADER, long1, ANA.replace("Ana", "A".repeat(501)));

        assertThat(report.getList("rejected.code")).containsExactly("TOO_LONG", "TOO_LONG");
        assertThat(report.getList("rejected.field")).containsExactly("patient", "patient");
    }

    @Test
    void four_thousand_equal_ids_are_imported_and_found_again() {
        var clinic = clinic();
        var file = new StringBuilder("Nº Cita;" + HEADER);
        for (var i = 0; i < 4_000; i++) {
            file.append(
                    "\n7;25/11/2026;%02d:%02d;Ana;60%07d".formatted(9 + i / 600, i / 10 % 60, i));
        }

        assertThat(counts(load(clinic, file.toString()))).startsWith(4_000, 0, 0, 0, 0);
        assertThat(counts(load(clinic, file.toString()))).startsWith(0, 0, 0, 0, 4_000);
    }

    @Test
    void a_workbook_and_a_form_are_taken_like_a_csv_file() {
        var clinic = clinic();
        var file =
                Workbook.of(
                                new String[] {"Fecha", "Hora", "Paciente", "Móvil"},
                                new String[] {"46351", "0.375", "Ana", "600000001"})
                        .bytes();

        var booked = send(clinic, "", file).jsonPath();
        var again =
                given().multiPart("file", "agenda.xlsx", file, "application/octet-stream")
                        .post("/clinics/{id}/appointments/import?dryRun=true", clinic)
                        .jsonPath();

        assertThat(counts(booked)).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(again.getList("results.result")).isEqualTo(List.of("UNCHANGED"));
        assertThat(counts(load(clinic, HEADER, ANA))).containsExactly(0, 0, 0, 0, 1, 0, 0);
        given().multiPart("other", "x")
                .post("/clinics/{id}/appointments/import", clinic)
                .then()
                .statusCode(422);
    }
}

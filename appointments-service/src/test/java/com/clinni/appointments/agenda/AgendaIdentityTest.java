package com.clinni.appointments.agenda;

import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.agenda.AgendaUpload.counts;
import static com.clinni.appointments.agenda.AgendaUpload.load;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class AgendaIdentityTest {

    private static final String HEADER = "Nº Cita;Fecha;Hora;Paciente;Móvil";
    private static final String PLAIN = "Fecha;Hora;Paciente;Móvil";

    @Inject MutableClock clock;

    @BeforeEach
    void three_days_before() {
        clock.set("2026-11-22T09:00:00Z");
    }

    @Test
    void an_id_that_comes_again_with_another_patient_is_another_visit() {
        var clinic = clinic();

        var first =
                load(
                        clinic,
                        HEADER,
                        "7;25/11/2026;09:00;Ana Uno;600000001",
                        "7;25/11/2026;09:00;Luis Dos;600000002");
        var second = load(clinic, HEADER, "7;26/11/2026;10:00;Eva Tres;600000003");

        assertThat(counts(first)).containsExactly(2, 0, 0, 0, 0, 0, 0);
        assertThat(first.getList("warnings.code")).containsOnly("ID_OF_ANOTHER_PATIENT");
        assertThat(counts(second)).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(second.getList("warnings.code")).containsExactly("ID_OF_ANOTHER_PATIENT");
        assertThat(AgendaUpload.states(clinic)).containsOnly("SCHEDULED").hasSize(3);
    }

    @Test
    void a_code_is_no_id_of_a_visit_and_is_told_as_ignored() {
        var clinic = clinic();
        var header = "Código;Fecha;Hora;Paciente;Móvil";
        load(clinic, header, "T1;25/11/2026;09:00;Eva;600000001");

        var next = load(clinic, header, "T1;26/11/2026;09:00;Eva;600000001");

        assertThat(counts(next)).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(next.getList("columns.ignored")).containsExactly("Código");
    }

    @Test
    void a_visit_keeps_its_patient_when_the_file_knows_another_phone_of_hers() {
        var clinic = clinic();
        var first = load(clinic, HEADER, "7;25/11/2026;09:00;Ana Uno;600000001");

        var moved = load(clinic, HEADER, "7;26/11/2026;09:00;Ana Uno;600000009");

        assertThat(counts(moved)).containsExactly(0, 1, 0, 0, 0, 0, 0);
        assertThat(ids(moved)).isEqualTo(ids(first));
    }

    @Test
    void a_file_with_other_columns_than_the_last_one_books_nothing_twice() {
        var clinic = clinic();
        load(
                clinic,
                PLAIN,
                "25/11/2026;09:00;Dña. Ana Uno;600000001",
                "25/11/2026;10:00;Luis Dos;600000002");

        var withIds =
                load(
                        clinic,
                        "Nº Cita;NHC;Fecha;Hora;Apellidos;Nombre;Móvil;Email",
                        "7;H1;25/11/2026;09:00;Uno;Ana;600000001;ana@example.com",
                        "8;H2;25/11/2026;10:00;Dos;Luis;600000002;luis@example.com");
        var byNumber =
                load(
                        clinic,
                        "NHC;Fecha y hora;Paciente;Correo electrónico",
                        "H1;25/11/2026 09:00;Uno, Ana;ana@example.com",
                        "H2;25/11/2026 11:00;Dos, Luis;luis@example.com");
        var again = load(clinic, PLAIN, "25/11/2026;09:00;Ana Uno;600000001");

        assertThat(counts(withIds)).containsExactly(0, 0, 2, 0, 0, 0, 0);
        assertThat(counts(byNumber)).containsExactly(0, 1, 0, 0, 1, 0, 0);
        assertThat(counts(again)).containsExactly(0, 0, 0, 0, 1, 0, 0);
        assertThat(ids(byNumber)).isEqualTo(ids(withIds));
    }

    @Test
    void a_file_with_the_other_address_only_finds_the_visits_by_name_and_hour() {
        var clinic = clinic();
        var emails = "Fecha;Hora;Paciente;Email";
        var first =
                load(
                        clinic,
                        PLAIN,
                        "25/11/2026;09:00;Ana Uno;600000001",
                        "25/11/2026;10:00;Luis Dos;600000002");

        var byEmail =
                load(
                        clinic,
                        emails,
                        "25/11/2026;09:00;Ana Uno;ana@example.com",
                        "25/11/2026;10:00;Ana Uno;ana@example.com");
        var byPhone = load(clinic, PLAIN, "25/11/2026;09:00;Ana Uno;600000009");

        assertThat(counts(byEmail)).containsExactly(1, 0, 1, 0, 0, 0, 0);
        assertThat(ids(byEmail).getFirst()).isEqualTo(ids(first).getFirst());
        assertThat(counts(byPhone)).containsExactly(1, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void two_patients_of_one_name_and_phone_are_told_apart_by_the_files_number() {
        var clinic = clinic();
        var header = "Nº Historia;Fecha;Hora;Paciente;Móvil";

        var first =
                load(
                        clinic,
                        header,
                        "H1;25/11/2026;09:00;José Pérez;600000001",
                        "H2;25/11/2026;09:00;José Pérez;600000001");
        var moved = load(clinic, header, "H2;25/11/2026;10:00;José Pérez;600000001");

        assertThat(counts(first)).containsExactly(2, 0, 0, 0, 0, 0, 0);
        assertThat(counts(moved)).containsExactly(0, 1, 0, 0, 0, 0, 0);
        assertThat(ids(moved)).containsExactly(ids(first).get(1));
    }

    @Test
    void an_address_that_two_patients_of_one_name_share_does_not_make_them_one() {
        var header = "Fecha;Hora;Paciente;Móvil;Email";

        var report =
                load(
                        clinic(),
                        header,
                        "25/11/2026;09:00;María García;600000001;no.tiene@example.com",
                        "25/11/2026;09:00;María García;600000002;no.tiene@example.com");

        assertThat(counts(report)).containsExactly(2, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void a_visit_that_has_begun_is_moved_by_nobody() {
        var clinic = clinic();
        load(clinic, HEADER, "7;25/11/2026;09:00;Ana Uno;600000001");
        clock.set("2026-11-25T18:00:00Z");

        var next = load(clinic, HEADER, "7;26/11/2026;09:00;Ana Uno;600000001");

        assertThat(counts(next)).containsExactly(1, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void what_the_next_file_has_no_column_for_stays_as_it_is_known() {
        var clinic = clinic();
        load(clinic, PLAIN + ";Email;Idioma", "25/11/2026;09:00;Ana;600000001;ana@example.com;ca");

        var next = load(clinic, PLAIN, "25/11/2026;09:00;Ana;600000001");

        assertThat(counts(next)).containsExactly(0, 0, 0, 0, 1, 0, 0);
    }

    private static List<String> ids(JsonPath report) {
        return report.getList("results.appointmentId");
    }
}

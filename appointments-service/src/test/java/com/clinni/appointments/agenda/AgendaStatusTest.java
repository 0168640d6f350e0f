package com.clinni.appointments.agenda;

import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.agenda.AgendaUpload.counts;
import static com.clinni.appointments.agenda.AgendaUpload.load;
import static com.clinni.appointments.agenda.AgendaUpload.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class AgendaStatusTest {

    private static final String HEADER = "Fecha;Hora;Paciente;Móvil;Estado";
    private static final String ANA = "25/11/2026;09:00;Ana;600000001;";

    @Inject MutableClock clock;

    @BeforeEach
    void three_days_before() {
        clock.set("2026-11-22T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Estado", "Situación", "Estat", "Egoera", "Status"})
    void a_cancelled_line_is_not_booked_and_is_counted(String column) {
        var clinic = clinic();

        var report =
                load(
                        clinic,
                        HEADER.replace("Estado", column),
                        ANA + "Anulada",
                        ANA.replace("Ana", "Eva"));

        assertThat(counts(report)).containsExactly(1, 0, 0, 0, 0, 1, 0);
        assertThat(report.getInt("warningCount")).isZero();
        assertThat(states(clinic)).containsExactly("SCHEDULED");
    }

    @Test
    void a_visit_that_the_next_file_has_cancelled_is_cancelled_once() {
        var clinic = clinic();
        load(clinic, HEADER, ANA + "Pendiente");

        var cancelled = load(clinic, HEADER, ANA + "No acude");
        var again = load(clinic, HEADER, ANA + "No acude");

        assertThat(counts(cancelled)).containsExactly(0, 0, 0, 1, 0, 0, 0);
        assertThat(counts(again)).containsExactly(0, 0, 0, 0, 1, 0, 0);
        assertThat(states(clinic)).containsExactly("CANCELLED");
    }

    @Test
    void a_visit_that_an_agenda_cancelled_is_on_again_when_an_agenda_says_so() {
        var clinic = clinic();
        load(clinic, HEADER, ANA + "Pendiente");
        load(clinic, HEADER, ANA + "Anulada");

        var again = load(clinic, HEADER, ANA + "Confirmada");

        assertThat(counts(again)).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(states(clinic)).containsExactlyInAnyOrder("CANCELLED", "SCHEDULED");
    }

    @Test
    void a_visit_that_the_clinic_cancelled_here_stays_so_and_is_warned_about() {
        var clinic = clinic();
        var first = load(clinic, HEADER, ANA + "Pendiente");
        cancel(first.getString("results[0].appointmentId"));

        var again = load(clinic, HEADER, ANA + "Pendiente");

        assertThat(counts(again)).containsExactly(0, 0, 0, 0, 1, 0, 0);
        assertThat(again.getList("warnings.code")).containsExactly("CANCELLED_BEFORE");
    }

    @Test
    void cancelled_and_booked_again_at_the_same_hour_takes_place() {
        var clinic = clinic();
        load(clinic, HEADER, ANA + "Pendiente");

        var report = load(clinic, HEADER, ANA + "Anulada", ANA + "Confirmada");

        assertThat(counts(report)).containsExactly(0, 0, 0, 0, 1, 1, 0);
        assertThat(states(clinic)).containsExactly("SCHEDULED");
    }

    @Test
    void cancelled_and_booked_at_another_hour_is_a_cancellation_and_a_booking() {
        var clinic = clinic();
        load(clinic, HEADER, ANA + "Pendiente");

        var report =
                load(clinic, HEADER, ANA + "Anulada", ANA.replace("09:00", "11:00") + "Pendiente");

        assertThat(counts(report)).containsExactly(1, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void a_cancelled_line_at_an_hour_nobody_knows_cancels_no_other_visit_and_is_warned_about() {
        var clinic = clinic();
        load(clinic, HEADER, ANA + "Pendiente");

        var report = load(clinic, HEADER, ANA.replace("09:00", "11:00") + "Anulada");

        assertThat(counts(report)).containsExactly(0, 0, 0, 0, 0, 1, 0);
        assertThat(report.getList("warnings.code")).containsExactly("OTHER_HOUR");
        assertThat(states(clinic)).containsExactly("SCHEDULED");
    }

    @Test
    void an_unknown_word_is_a_warning_and_the_visit_is_booked() {
        var report = load(clinic(), HEADER, ANA + "Quién sabe");

        assertThat(counts(report)).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(report.getList("warnings.code")).containsExactly("UNKNOWN_STATUS");
        assertThat(report.getList("warnings.field")).containsExactly("status");
    }

    @Test
    void a_visit_that_has_begun_is_not_booked_and_is_warned_about() {
        var clinic = clinic();
        clock.set("2026-11-25T12:00:00Z");

        var report =
                load(clinic, HEADER, ANA, ANA.replace("09:00", "17:00"), ANA + "No presentado");

        assertThat(counts(report)).containsExactly(1, 0, 0, 0, 0, 2, 0);
        assertThat(report.getList("warnings.code")).containsExactly("IN_THE_PAST");
        assertThat(report.getList("warnings.line")).containsExactly(2);
    }

    @Test
    void yesterdays_file_again_changes_nothing_and_warns_of_nothing() {
        var clinic = clinic();
        load(clinic, HEADER, ANA + "Pendiente");
        clock.set("2026-11-26T09:00:00Z");

        var report = load(clinic, HEADER, ANA + "Atendida");

        assertThat(counts(report)).containsExactly(0, 0, 0, 0, 1, 0, 0);
        assertThat(report.getInt("warningCount")).isZero();
    }
}

package com.clinni.appointments.agenda;

import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.appointments.TestDatabase;
import com.clinni.events.NameBasedUuid;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that version 0.1 filled, whose ids were derived from names without a key. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class FormerAgendaTest {

    private static final UUID AGENDAS = UUID.fromString("0f7a3c1e-52d4-4f39-8a55-1d0c7b7e9a20");
    private static final UUID PATIENTS = UUID.fromString("8b1f64f2-6c1b-4f0d-9d0e-63f1f2a0c7e4");

    private static final UUID VISITS = UUID.fromString("c6a1f3d5-7e7b-4b52-93f4-2b8f7a6d1e03");
    private static final String ANA = "ana ruiz/+34600000123";
    private static final String EVA = "eva pena/+34600000124";

    private static final String FILE =
            """
            Fecha;Hora;Paciente;Móvil
            25/11/2026;09:00;Ana Ruiz;600 000 123
            25/11/2026;17:00;Ana Ruiz;600 000 123
            25/11/2026;09:30;Eva Peña;600 000 124
            """;
    private static final String WITH_IDS =
            "Id cita;Fecha;Hora;Paciente;Móvil\n77;25/11/2026;09:00;Ana Ruiz;600 000 123\n";

    @Inject MutableClock clock;
    @Inject TestDatabase database;

    @BeforeEach
    void three_days_before() {
        clock.set("2026-11-22T09:00:00Z");
    }

    @Test
    void no_id_can_be_computed_from_name_number_and_day() {
        var clinic = clinic();
        load(clinic, FILE).then().body("booked", equalTo(3));
        var rows = rows(clinic);

        assertThat(rows).allSatisfy(row -> assertThat(row.key().version()).isEqualTo(8));
        assertThat(rows).allSatisfy(row -> assertThat(row.patient().version()).isEqualTo(8));
        assertThat(rows)
                .extracting(Row::patient)
                .doesNotContain(NameBasedUuid.of(PATIENTS, clinic + "/" + ANA));
        assertThat(rows)
                .extracting(Row::id)
                .as("ids of visits, from which those of their reminders follow")
                .doesNotContain(NameBasedUuid.of(VISITS, formerDay(clinic, ANA) + "/0").toString());
    }

    @Test
    void yesterdays_file_books_nothing_twice_and_its_visits_get_keyed_ids() {
        var clinic = clinic();
        load(clinic, FILE);
        var booked = rows(clinic);
        asVersion01StoredIt(clinic);

        load(clinic, FILE).then().body("booked", equalTo(0)).body("unchanged", equalTo(3));

        assertThat(rows(clinic)).containsExactlyElementsOf(booked);
        load(clinic, FILE).then().body("booked", equalTo(0)).body("unchanged", equalTo(3));
    }

    @Test
    void another_hour_moves_a_former_visit_and_a_cancelled_one_stays_cancelled() {
        var clinic = clinic();
        load(clinic, FILE);
        var eva = rows(clinic).getLast().id();
        cancel(eva);
        asVersion01StoredIt(clinic);

        load(clinic, FILE.replace("17:00", "18:00"))
                .then()
                .body("booked", equalTo(0))
                .body("moved", equalTo(1))
                .body("unchanged", equalTo(2));

        assertThat(rows(clinic)).filteredOn(Row::cancelled).extracting(Row::id).containsOnly(eva);
    }

    @Test
    void a_former_visit_with_an_id_of_its_own_is_found_and_moved_to_another_day() {
        var clinic = clinic();
        load(clinic, WITH_IDS);
        asVersion01StoredIt(clinic);

        load(clinic, WITH_IDS).then().body("booked", equalTo(0)).body("unchanged", equalTo(1));
        asVersion01StoredIt(clinic);
        load(clinic, WITH_IDS.replace("25/11", "26/11"))
                .then()
                .body("booked", equalTo(0))
                .body("moved", equalTo(1));
    }

    @Test
    void a_visit_of_another_clinic_is_left_as_it_is() {
        var other = clinic();
        load(other, FILE);
        asVersion01StoredIt(other);
        var before = rows(other);

        load(clinic(), FILE).then().body("booked", equalTo(3));

        assertThat(rows(other)).containsExactlyElementsOf(before);
    }

    private record Row(String id, UUID key, UUID patient, boolean cancelled) {}

    private List<Row> rows(String clinic) {
        return database.query(
                "SELECT * FROM appointment WHERE clinic_id = ? ORDER BY first_name, starts_at",
                row ->
                        new Row(
                                row.getString("appointment_id"),
                                row.getObject("agenda_key", UUID.class),
                                UUID.fromString(row.getString("patient_id")),
                                row.getBoolean("cancelled")),
                clinic);
    }

    /** A clinic of these tests has one file: with ids of its own, or without. */
    private void asVersion01StoredIt(String clinic) {
        database.update(
                """
                DELETE FROM agenda_visit WHERE appointment_id IN
                (SELECT appointment_id FROM appointment WHERE clinic_id = ?)\
                """,
                clinic);
        var ownId = rows(clinic).size() == 1;
        for (var patient : List.of(ANA, EVA)) {
            database.update(
                    """
                    UPDATE appointment SET patient_id = ?, agenda_key = ?
                    WHERE clinic_id = ? AND lower(first_name) = ?\
                    """,
                    NameBasedUuid.of(PATIENTS, clinic + "/" + patient).toString(),
                    ownId
                            ? NameBasedUuid.of(AGENDAS, clinic + "/id/77")
                            : formerDay(clinic, patient),
                    clinic,
                    patient.substring(0, 3));
        }
    }

    private static UUID formerDay(String clinic, String patient) {
        return NameBasedUuid.of(AGENDAS, clinic + "/" + patient + "/2026-11-25");
    }

    private static Response load(String clinic, String file) {
        return given().contentType("text/csv; charset=utf-8")
                .body(file)
                .post("/clinics/{id}/appointments/import", clinic);
    }
}

package com.clinni.appointments.agenda.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14/06/2027          | 2027-06-14 |",
                "14-6-27             | 2027-06-14 |",
                "14.06.2027          | 2027-06-14 |",
                "2027-06-14          | 2027-06-14 |",
                "2027/06/14          | 2027-06-14 |",
                "20270614            | 2027-06-14 |",
                "14-jun-2027         | 2027-06-14 |",
                "14 de junio de 2027 | 2027-06-14 |",
                "14 juny 2027        | 2027-06-14 |",
                "14-xuñ-2027         | 2027-06-14 |",
                "14-eka-2027         | 2027-06-14 |",
                "1-ene-2027          | 2027-01-01 |",
                "lunes, 14/06/2027   | 2027-06-14 |",
                "lun. 14-jun-27      | 2027-06-14 |",
                "14/06/2027 10:00:00 | 2027-06-14 | 10:00",
                "14/06/2027 9:30     | 2027-06-14 | 09:30",
                "2027-06-14T10:00    | 2027-06-14 | 10:00",
                "2027-06-14T10:00:00.000 | 2027-06-14 | 10:00",
                "2027-06-14 10:00:00 | 2027-06-14 | 10:00",
                "14/06/2027, 4:30 p. m. | 2027-06-14 | 16:30",
                "45992               | 2025-12-01 |",
                "45992,375           | 2025-12-01 | 09:00",
                "45992.354166666664  | 2025-12-01 | 08:30",
            })
    void dates_are_read_in_every_shape(String written, LocalDate date, LocalTime time) {
        assertThat(AgendaDates.read(written))
                .hasValueSatisfying(
                        read -> {
                            assertThat(read.date()).isEqualTo(date);
                            assertThat(read.time()).isEqualTo(time);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mañana",
                "31/02/2027",
                "29/02/2027",
                "06/14/2027",
                "14/06/20271",
                "14/06",
                "2027-06-14T10:00Z",
                "2027-06-14T10:00+02:00",
                "14/06/2027 y",
                "14/06/2027 99:00",
                "14-foo-2027",
                "600000123",
                "2027/06-14",
            })
    void what_is_no_date_is_none(String written) {
        assertThat(AgendaDates.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9:00 AM  | 09:00",
                "9 a. m.  | 09:00",
                "9:00 p.m.| 21:00",
                "12:15 am | 00:15",
                "12:15 pm | 12:15",
                "16:30 pm | 16:30",
                "09.00    | 09:00",
                "9h30     | 09:30",
                "9h       | 09:00",
                "9 h      | 09:00",
                "09:00 h. | 09:00",
                "09:00 hs | 09:00",
                "09:00:00 | 09:00",
                "0900     | 09:00",
                "0,375    | 09:00",
                "0.375    | 09:00",
                "0,5      | 12:00",
                "0.354166666666667 | 08:30",
            })
    void times_are_read_in_every_shape(String written, LocalTime time) {
        assertThat(AgendaTimes.read(written)).contains(time);
        assertThat(AgendaTimes.read(written.replace(' ', '\u202F'))).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25:10", "9", "9:60", "16:30 am", "99", "1,5", "nueve"})
    void what_is_no_time_is_none(String written) {
        assertThat(AgendaTimes.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "600000001                  | +34600000001",
                "600000001 (hija)           | +34600000001",
                "600 000 001 madre          | +34600000001",
                "Móvil: 600000001           | +34600000001",
                "600000001.0                | +34600000001",
                "910000012 / 600000002      | +34600000002",
                "600000001 / 600000002      | +34600000001",
                "600000001 - 600000002      | +34600000001",
                "600-000-001                | +34600000001",
                "600 - 000 - 001            | +34600000001",
                "600000001, 910000012       | +34600000001",
                "910000012 y 600000002      | +34600000002",
                "600000001 600000002        | +34600000001",
                "+34 600 000 001 (madre) / +34 600 000 002 (padre) | +34600000001",
            })
    void of_a_cell_of_phones_the_first_mobile_counts(String cell, String mobile) {
        assertThat(PatientAddresses.of(List.of(cell), List.of()).mobile()).contains(mobile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,46E+10", "3.46E+10", "6E+08", "no tiene", "12", "910000012", "-"})
    void what_is_no_mobile_is_none(String cell) {
        assertThat(PatientAddresses.of(List.of(cell), List.of()).mobile()).isEmpty();
    }

    @Test
    void a_phone_without_anything_beside_it_is_kept_as_written() {
        assertThat(PatientAddresses.of(List.of("600 000 123"), List.of()).phone())
                .isEqualTo("600 000 123");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dña. Ana Ruiz       | Ana   | ana ruiz",
                "Dª Ana Ruiz         | Ana   | ana ruiz",
                "D. José Peña        | José  | jose pena",
                "Sra. Dña. Ana       | Ana   | ana",
                "Dr. Luis Gil        | Luis  | luis gil",
                "Ruiz Soler, Ana     | Ana   | ana ruiz soler",
                "Ruiz Soler, Dña. Ana| Ana   | ana ruiz soler",
                "Don                 | Don   | don",
                "María del Mar Ruiz  | María | maria del mar ruiz",
                "Ana                 | Ana   | ana",
            })
    void a_patient_is_greeted_by_name_and_not_by_title(String name, String first, String plain) {
        assertThat(PatientName.of(name).first()).isEqualTo(first);
        assertThat(PatientName.of(name).plain()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"María del Mar Ruiz | María", "Ruiz Soler, Ana Belén | Ana", "Ana | Ana"})
    void the_name_to_greet_with_is_the_first(String name, String first) {
        assertThat(PatientName.of(name).first()).isEqualTo(first);
    }

    @Test
    void statuses_of_five_languages_are_in_the_table() {
        var off =
                "anulada, Anulado, CANCELADA, Cancel·lada, anul.lada, no acude, No presentado,"
                    + " baja, No se presentó, Cancelled, canceled, No-show, baliogabetua, non"
                    + " acode, Anulada por el paciente, Cancelada (llamó), ANULADA - 20/11, no ve,"
                    + " Anulada.";
        var on =
                "pendiente, Confirmada, confirmado, Programada, Pendent, pendente, zain, scheduled,"
                        + " Sin confirmar, no confirmada, Atendida, En sala, Confirmada (tel.)";

        assertThat(Arrays.stream(off.split(", ")).map(VisitStatus::of))
                .allSatisfy(status -> assertThat(status).contains(VisitStatus.OFF));
        assertThat(Arrays.stream(on.split(", ")).map(VisitStatus::of))
                .allSatisfy(status -> assertThat(status).contains(VisitStatus.ON));
        assertThat(VisitStatus.of("quién sabe")).isEmpty();
        assertThat(VisitStatus.ofCancelled("Sí")).contains(VisitStatus.OFF);
        assertThat(VisitStatus.ofCancelled("No")).contains(VisitStatus.ON);
        assertThat(VisitStatus.ofCancelled("20/11/2026")).isEmpty();
        assertThat(VisitStatus.of("confirmada (luego anulada)")).isEmpty();
    }
}

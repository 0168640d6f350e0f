package com.clinni.appointments.agenda.column;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.agenda.file.AgendaRow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaHeaderTest {

    @ParameterizedTest
    @CsvSource({
        "Tel. móvil, MOBILE",
        "TELÉFONO MÓVIL, MOBILE",
        "Móvil paciente, MOBILE",
        "Móvil del paciente, MOBILE",
        "Telèfon mòbil, MOBILE",
        "WhatsApp, MOBILE",
        "Telf., PHONE",
        "Tfno., PHONE",
        "Teléfono 1, PHONE",
        "Teléfono (2), PHONE",
        "Nº Teléfono, PHONE",
        "Teléfono de contacto, PHONE",
        "Fecha cita, DATE",
        "Fecha de la cita, DATE",
        "Data de la visita, DATE",
        "Hora inicio, TIME",
        "Hora de inicio, TIME",
        "Hora cita, TIME",
        "Fecha y hora, DATE_TIME",
        "Fecha/Hora, DATE_TIME",
        "Fecha y hora de la cita, DATE_TIME",
        "Data i hora, DATE_TIME",
        "Correo electrónico, EMAIL",
        "E-mail paciente, EMAIL",
        "Apellidos, SURNAME",
        "Apellidos y nombre, PATIENT",
        "Nombre, NAME",
        "Nombre del paciente, NAME",
        "Nom i cognoms, PATIENT",
        "Nº Cita, ID",
        "Nº de cita, ID",
        "N.º de cita, ID",
        "Núm. cita, ID",
        "Id cita, ID",
        "Localizador, ID",
        "Código de la cita, ID",
        "Nº Historia, PATIENT_ID",
        "Nº de historia clínica, PATIENT_ID",
        "Núm. d'història, PATIENT_ID",
        "NHC, PATIENT_ID",
        "Paciente Id, PATIENT_ID",
        "ID del paciente, PATIENT_ID",
        "Código paciente, PATIENT_ID",
        "Estado, STATUS",
        "Estado de la cita, STATUS",
        "Situación, STATUS",
        "Estat, STATUS",
        "Egoera, STATUS",
        "Appointment status, STATUS",
        "Anulada, CANCELLED",
        "Cita cancelada, CANCELLED",
        "Cancel·lada, CANCELLED",
        "Duración (min), DURATION",
        "Código, CODE",
    })
    void headers_of_real_exports_are_in_the_table(String header, AgendaColumn column) {
        assertThat(AgendaColumn.named(HeaderName.of(header))).contains(column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fecha de nacimiento",
                "Fecha alta",
                "Hora fin",
                "Estado paciente",
                "Estado civil",
                "Teléfono clínica",
                "Nombre del profesional",
                "Doctor",
                "Tratamiento",
                "DNI",
                "Sala",
                "Nº",
                "1",
                "",
            })
    void what_is_not_in_the_table_is_not_guessed_at(String header) {
        assertThat(AgendaColumn.named(HeaderName.of(header))).isEmpty();
    }

    @Test
    void of_two_headers_for_one_thing_the_one_that_says_more_counts() {
        var header =
                header(
                        "Fecha",
                        "Fecha cita",
                        "Id",
                        "Nº cita",
                        "Hora",
                        "Nombre",
                        "Apellidos",
                        "Paciente");

        assertThat(header.recognised())
                .containsOnlyKeys("Fecha cita", "Nº cita", "Hora", "Nombre", "Apellidos");
    }

    @Test
    void a_header_twice_is_named_and_empty_ones_are_not() {
        assertThat(header("Fecha", "Móvil", "", "MOVIL.", "").duplicate()).contains("MOVIL.");
        assertThat(header("Fecha", "Teléfono 1", "Teléfono 2", "", "").duplicate()).isEmpty();
    }

    @Test
    void titles_above_the_header_are_not_it() {
        var rows =
                List.of(
                        row(1, "Clínica Prado", "", ""),
                        row(2, "Fecha: 25/11/2026", "Hora", ""),
                        row(4, "Fecha", "Hora", "Paciente"),
                        row(5, "25/11/2026", "09:00", "Ana"));

        assertThat(AgendaHeader.in(rows)).map(AgendaHeader::line).contains(4);
    }

    @Test
    void an_ignored_column_that_looks_like_phones_addresses_or_statuses_is_a_warning() {
        var header = header("Fecha", "Localización", "Buzón", "Sala", "Asistencia");
        var rows =
                List.of(
                        row(2, "", "600000123", "ana@example.com", "3", "Pendiente"),
                        row(3, "", "600000124", "eva@example.com", "600000125", "No acude"),
                        row(4, "", "no tiene", "", "4", ""));

        var ignored = IgnoredColumns.of(header, rows);

        assertThat(ignored.names()).containsExactly("Localización", "Buzón", "Sala", "Asistencia");
        assertThat(ignored.warnings())
                .extracting(warning -> warning.code() + " " + warning.field())
                .containsExactly(
                        "PHONES_IGNORED Localización",
                        "EMAILS_IGNORED Buzón",
                        "STATUSES_IGNORED Asistencia");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=\"600000001\"", "'600000001", " 600000001\u00A0", "600000001"})
    void what_guards_a_value_from_a_spreadsheet_is_no_part_of_it(String cell) {
        assertThat(CellText.of(cell)).isEqualTo("600000001");
    }

    private static AgendaHeader header(String... names) {
        return AgendaHeader.of(row(1, names));
    }

    private static AgendaRow row(int line, String... values) {
        return new AgendaRow(line, 0, Arrays.asList(values));
    }
}

package com.clinni.appointments.agenda.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.agenda.column.AgendaHeader;
import com.clinni.appointments.agenda.file.AgendaFile;
import com.clinni.appointments.agenda.importing.AgendaLine.Broken;
import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.clinic.ClinicAccount;
import com.clinni.appointments.clinic.ClinicChannel;
import com.clinni.appointments.clinic.CorrectionPolicy;
import com.clinni.appointments.clinic.ManualSending;
import com.clinni.events.Fallback;
import com.clinni.events.SmsAccents;
import com.clinni.events.digest.KeyedDigest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaLineReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String HEADER = "Fecha;Hora;Paciente;Teléfono;Email\n";
    private static final String GOOD = "25/11/2026;09:00;Ana Ruiz;600 000 123;";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fecha;Hora;Paciente;Teléfono;Email",
                "FECHA;HORA;PACIENTE;MOVIL;CORREO ELECTRÓNICO",
                "data;hora;pacient;telèfon;correu",
                "Data;Hora;Nome;Teléfono;E-mail",
                "Eguna;Ordua;Pazientea;Telefonoa;Posta",
                "date;time;patient;phone;e-mail",
                "\uFEFF\"Fecha\";\"Hora\";\"Paciente\";\"Tfno.\";\"Email\"",
            })
    void headers_are_understood_in_five_languages(String header) {
        assertThat(read(header + "\r\n" + GOOD + "ana@example.com\r\n"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Visit.class,
                        visit -> {
                            assertThat(visit.number()).isEqualTo(2);
                            assertThat(visit.start().instant())
                                    .isEqualTo(Instant.parse("2026-11-25T08:00:00Z"));
                            assertThat(visit.patient().firstName()).isEqualTo("Ana");
                            assertThat(visit.patient().phone()).isEqualTo("600 000 123");
                            assertThat(visit.patient().email()).isEqualTo("ana@example.com");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31/02/2026;09:00;Ana;600000123;   | INVALID_DATE | date",
                "29/02/2027;09:00;Ana;600000123;   | INVALID_DATE | date",
                ";09:00;Ana;600000123;             | INVALID_DATE | date",
                "mañana;09:00;Ana;600000123;       | INVALID_DATE | date",
                "25/11/2032;09:00;Ana;600000123;   | INVALID_DATE | date",
                "25/11/9999;09:00;Ana;600000123;   | INVALID_DATE | date",
                "25/11/2026;25:10;Ana;600000123;   | INVALID_TIME | time",
                "25/11/2026;;Ana;600000123;        | INVALID_TIME | time",
                "25/11/2026;09:00;;600000123;      | REQUIRED     | patient",
                "25/11/2026;09:00;Ana;;            | NO_ADDRESS   | phone",
                "25/11/2026;09:00;Ana;910000012;   | NO_ADDRESS   | phone",
                "25/11/2026;09:00;Ana;;a@@b.es     | NO_ADDRESS   | phone",
                "25/11/2026                        | INVALID_TIME | time",
                "25/11/2026;09:00;www.x.es;600000123; | LINK      | patient",
                "25/11/2026;09:00;\"Ana;600000123; | UNREADABLE   |",
            })
    void a_broken_line_is_told_by_code_and_field(String line, String code, String field) {
        assertThat(read(HEADER + line + "\n"))
                .singleElement()
                .isEqualTo(new Broken(2, new FieldFault(code, field)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "910000012;ana@example.com   | NOT_MOBILE    | phone",
                "12;ana@example.com          | PHONE_INVALID | phone",
                "600000123;ana@@example.com  | EMAIL_INVALID | email",
            })
    void an_unusable_address_beside_a_usable_one_is_a_warning(
            String addresses, String code, String field) {
        assertThat(read(HEADER + "25/11/2026;09:00;Ana;" + addresses + "\n"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Visit.class,
                        visit ->
                                assertThat(visit.warnings())
                                        .containsExactly(new FieldFault(code, field)));
    }

    @ParameterizedTest
    @CsvSource({
        "25/11/2026, 09:00",
        "25-11-2026, 9:00",
        "25.11.26, 9.00",
        "2026-11-25, 09:00:00",
        "25/11/2026, 9h00",
        "' 25/11/2026 ', 09:00 h"
    })
    void dates_and_times_are_read_as_clinics_write_them(String date, String time) {
        assertThat(read(HEADER + date + ";" + time + ";Ana;600000123;\n"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Visit.class,
                        visit ->
                                assertThat(visit.start().instant())
                                        .isEqualTo(Instant.parse("2026-11-25T08:00:00Z")));
    }

    @Test
    void a_forgotten_quote_costs_its_own_line_only() {
        var lines =
                read(
                        HEADER
                                + GOOD
                                + "\n25/11/2026;09:10;\"Eva;600000124;\n"
                                + GOOD
                                + "\n\n"
                                + GOOD);

        assertThat(lines).extracting(AgendaLine::number).containsExactly(2, 3, 4, 6);
        assertThat(lines).filteredOn(Broken.class::isInstance).hasSize(1);
    }

    @Test
    void a_quoted_value_may_span_lines_and_hold_the_delimiter() {
        var lines = read(HEADER + "25/11/2026;09:00;\"Ruiz;\nAna\";600000123;\n" + GOOD + "\n");

        assertThat(lines).extracting(AgendaLine::number).containsExactly(2, 4);
        assertThat(lines).allMatch(Visit.class::isInstance);
    }

    @Test
    void windows_files_are_read_as_windows_wrote_them() {
        var file =
                (HEADER + "25/11/2026;09:00;Íñigo;600000123;\n")
                        .getBytes(Charset.forName("windows-1252"));

        assertThat(read(file))
                .singleElement()
                .isInstanceOfSatisfying(
                        Visit.class,
                        visit -> assertThat(visit.patient().firstName()).isEqualTo("Íñigo"));
    }

    @Test
    void what_nobody_understands_of_the_rest_is_a_warning() {
        var header = "Fecha;Hora;Nombre;Apellidos;Móvil;Teléfono;Idioma;Duración;Sala\n";
        var line = "25/11/2026;09:00;Ana;Ruiz;;600000123;klingon;a while;3\n";
        var good = "25/11/2026;09:00;Ana;Ruiz;600000124;910000000;Català;30 min;3\n";

        var lines = read(header + line + good);

        assertThat(((Visit) lines.getFirst()).warnings())
                .containsExactly(FieldFault.invalid("duration"), FieldFault.invalid("language"));
        assertThat((Visit) lines.getLast())
                .returns(30, Visit::durationMinutes)
                .returns("600000124", visit -> visit.patient().phone())
                .returns("ca", visit -> visit.patient().language());
    }

    @Test
    void an_hour_that_does_not_exist_is_shifted_and_warned() {
        assertThat(read(HEADER + "28/03/2027;02:30;Ana;600000123;\n"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Visit.class,
                        visit ->
                                assertThat(visit.warnings())
                                        .containsExactly(
                                                new FieldFault("TIME_IN_DST_GAP", "time")));
    }

    @Test
    void two_of_one_name_are_two_patients_and_one_number_however_written_is_one() {
        var lines =
                read(
                        HEADER
                                + "25/11/2026;09:00;José Peña;600000123;\n"
                                + "25/11/2026;10:00;jose peña;+34 600 000 123;\n"
                                + "25/11/2026;11:00;José Peña;600000124;\n"
                                + "26/11/2026;09:00;José Peña;600000123;\n");

        assertThat(keys(lines)).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void an_identity_number_is_no_patients_number() {
        var line = "25/11/2026;09:00;José Peña;600000123;12345678";
        var lines = read("Fecha;Hora;Paciente;Móvil;NHC\n" + line + "-Z\n" + line + "\n");

        var refused = new Broken(2, new FieldFault("NATIONAL_ID", "patientId"));
        assertThat(lines).first().isEqualTo(refused);
        assertThat(lines).last().isInstanceOf(Visit.class);
    }

    private static List<Object> keys(List<AgendaLine> lines) {
        return lines.stream().map(line -> (Object) ((Visit) line).key()).distinct().toList();
    }

    static List<AgendaLine> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<AgendaLine> read(byte[] file) {
        var rows = AgendaFile.rows(file, AgendaHeader::score);
        var header = AgendaHeader.in(rows).orElseThrow();
        var reader = new AgendaLineReader(header, clinic(), ids(), NOW);
        return rows.stream().filter(row -> row.line() > header.line()).map(reader::read).toList();
    }

    static AgendaIds ids() {
        return new AgendaIds(new KeyedDigest("only-for-tests-0123456789abcdef0123"), "c-1");
    }

    static Clinic clinic() {
        return new Clinic(
                "c-1",
                "Clínica",
                "910000000",
                null,
                ZoneId.of("Europe/Madrid"),
                "es",
                ClinicAccount.BASIC,
                ClinicChannel.EMAIL,
                List.of(),
                Fallback.NONE,
                Duration.ZERO,
                null,
                ManualSending.AUTO,
                SmsAccents.KEEP,
                CorrectionPolicy.ALL,
                3);
    }
}

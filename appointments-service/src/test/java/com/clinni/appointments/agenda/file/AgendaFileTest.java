package com.clinni.appointments.agenda.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.appointments.agenda.column.AgendaHeader;
import com.clinni.platform.http.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaFileTest {

    private static final String HEADER = "Fecha;Hora;Paciente;Móvil;Notas\n";
    private static final String LINE = "25/11/2026;%s;Ana;600000123;%s\n";

    @Test
    void an_inch_mark_is_a_character_and_costs_no_line() {
        var rows =
                rows(
                        HEADER
                                + LINE.formatted("09:00", "férula 3\"")
                                + LINE.formatted("09:15", "")
                                + LINE.formatted("09:30", "férula 4\"")
                                + LINE.formatted("09:45", "\"férula\" de 3\""));

        assertThat(rows).extracting(AgendaRow::line).containsExactly(1, 2, 3, 4, 5);
        assertThat(rows).allMatch(AgendaRow::isReadable);
        assertThat(rows.get(1).values().get(4)).isEqualTo("férula 3\"");
    }

    @Test
    void a_quote_that_opens_and_never_closes_takes_none_of_the_next_lines() {
        var rows =
                rows(
                        HEADER
                                + LINE.formatted("09:00", "\"férula")
                                + LINE.formatted("09:15", "")
                                + LINE.formatted("09:30", "férula 4\"")
                                + "25/11/2026;09:45;Eva\";600000123\n");

        assertThat(rows).extracting(AgendaRow::line).containsExactly(1, 2, 3, 4, 5);
        assertThat(rows)
                .filteredOn(row -> !row.isReadable())
                .extracting(AgendaRow::line)
                .containsExactly(2);
    }

    @Test
    void a_quoted_value_may_take_more_lines_and_they_are_counted() {
        var rows = rows(HEADER + "25/11/2026;09:00;Ana;600000123;\"dos\n\nnotas\"\n");

        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().continuations()).isEqualTo(1);
        assertThat(rows.getLast().values().getLast()).isEqualTo("dos\nnotas");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "sep=;@Fecha;Hora;Paciente",
                "sep=,@Fecha,Hora,Paciente",
                "sep=|@Fecha|Hora|Paciente",
                "\"sep=;\"@Fecha;Hora;Paciente",
            })
    void the_line_that_excel_writes_first_says_the_delimiter(String said, String header) {
        assertThat(rows(said + "\r\n" + header))
                .singleElement()
                .returns(2, AgendaRow::line)
                .returns(List.of("Fecha", "Hora", "Paciente"), AgendaRow::values);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void the_delimiter_is_the_one_that_makes_column_names(String delimiter) {
        var header = String.join(delimiter, "Fecha", "Hora", "Paciente");

        assertThat(rows("Listado, a 25/11/2026; hoja 1\n" + header).getLast().values())
                .containsExactly("Fecha", "Hora", "Paciente");
    }

    @Test
    void one_odd_byte_costs_the_accents_of_its_own_line_only() {
        var file = new ByteArrayOutputStream();
        file.writeBytes("Fecha;Hora;Paciente\n;;Íñigo\n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(";;Begoña\n".getBytes(Charset.forName("windows-1252")));
        file.writeBytes(";;Núria".getBytes(StandardCharsets.UTF_8));

        assertThat(AgendaFile.rows(file.toByteArray(), AgendaHeader::score))
                .extracting(row -> row.values().getLast())
                .containsExactly("Paciente", "Íñigo", "Begoña", "Núria");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void unicode_text_as_excel_saves_it_is_read_by_its_mark(String charset) {
        var mark = charset.equals("UTF-16") ? "" : "\uFEFF";
        var file = (mark + "Fecha\tHora\tPaciente\r\n\t\tÍñigo").getBytes(Charset.forName(charset));

        assertThat(AgendaFile.rows(file, AgendaHeader::score))
                .extracting(row -> row.values().getLast())
                .containsExactly("Paciente", "Íñigo");
    }

    @Test
    void six_hundred_thousand_lines_are_refused_after_the_first_five_thousand() {
        var file = (HEADER + LINE.formatted("09:00", "").repeat(100_000)).getBytes();
        assertThatThrownBy(() -> AgendaFile.rows(file, AgendaHeader::score))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.code()).isEqualTo("TOO_MANY_LINES"));

        var blanks = HEADER.getBytes().length;
        var many = new byte[blanks + 600_000];
        java.util.Arrays.fill(many, (byte) '\n');
        System.arraycopy(HEADER.getBytes(), 0, many, 0, blanks);
        assertThat(AgendaFile.rows(many, AgendaHeader::score)).hasSize(1);
    }

    @Test
    void an_old_excel_file_is_refused_with_words_of_what_to_do() {
        var file = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};

        assertThatThrownBy(() -> AgendaFile.rows(file, AgendaHeader::score))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.body().detail()).contains("CSV", "Excel (.xlsx)"));
    }

    private static List<AgendaRow> rows(String text) {
        return AgendaFile.rows(text.getBytes(StandardCharsets.UTF_8), AgendaHeader::score);
    }
}

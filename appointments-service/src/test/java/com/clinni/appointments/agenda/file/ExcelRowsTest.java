package com.clinni.appointments.agenda.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.appointments.agenda.column.AgendaHeader;
import com.clinni.platform.http.Problem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcelRowsTest {

    @Test
    void the_first_sheet_is_read_with_numbers_as_a_spanish_text_has_them() {
        var file =
                Workbook.of(
                                new String[] {"Fecha", "Hora", "Paciente", "Móvil"},
                                new String[] {"46351", "0.375", "Íñigo", "600000001"},
                                new String[] {"46351.375", "0.25", "Ana", "6.00000002E8"})
                        .bytes();

        assertThat(rows(file))
                .extracting(AgendaRow::values)
                .containsExactly(
                        List.of("Fecha", "Hora", "Paciente", "Móvil"),
                        List.of("46351", "0,375", "Íñigo", "600000001"),
                        List.of("46351,375", "0,25", "Ana", "600000002"));
    }

    @Test
    void a_workbook_that_unpacks_to_very_much_is_refused_before_it_is_read() {
        var bomb = Workbook.of(new String[] {"Fecha"}).part("xl/media/a.xml", " ".repeat(64 << 20));

        refused(bomb.bytes(), "FILE_TOO_LARGE");
    }

    @Test
    void a_cell_in_the_millionth_column_is_refused() {
        for (var reference : List.of("r=\"ZZZZZZ1\"", "r = 'ZZZZZZ1'", "\n r=\"zzzzzz1\"")) {
            var sheet = "<row r=\"1\"><c " + reference + "><v>1</v></c></row>";

            refused(Workbook.ofSheet(sheet).bytes(), "FILE_TOO_LARGE");
        }
    }

    @Test
    void an_entity_of_another_file_is_never_fetched() {
        var sheet =
                "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>"
                        + "<t>Fecha&e;</t></is></c></row></sheetData></worksheet>";
        var file =
                Workbook.of(new String[] {"Fecha"}).part("xl/worksheets/sheet1.xml", sheet).bytes();

        refused(file, "FILE_UNREADABLE");
    }

    @Test
    void more_than_five_thousand_rows_are_refused_and_empty_ones_are_not_counted() {
        var row = "<row r=\"%d\"><c r=\"A%d\"><v>1</v></c></row>";
        var empty = "<row r=\"%d\"><c r=\"A%d\"/></row>";

        refused(Workbook.ofSheet(many(row, 5_100)).bytes(), "TOO_MANY_LINES");
        assertThat(rows(Workbook.ofSheet(many(empty, 20_000)).bytes())).isEmpty();
    }

    @Test
    void what_is_no_workbook_is_refused() {
        var file = Workbook.of(new String[] {"Fecha"}).bytes();

        refused(Arrays.copyOf(file, file.length / 2), "FILE_UNREADABLE");
        refused(new byte[] {'P', 'K', 3, 4, 0, 0}, "FILE_UNREADABLE");
    }

    private static String many(String row, int count) {
        var rows = new StringBuilder();
        for (var i = 1; i <= count; i++) {
            rows.append(row.formatted(i, i));
        }
        return rows.toString();
    }

    private static List<AgendaRow> rows(byte[] file) {
        return AgendaFile.rows(file, AgendaHeader::score);
    }

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }
}

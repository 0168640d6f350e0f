package com.clinni.appointments.agenda.file;

import com.clinni.appointments.agenda.fault.AgendaFault;
import com.clinni.platform.http.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's first sheet, read one after the other. Numbers have a decimal comma, as
 * in a Spanish text: so a time of day, which Excel keeps as a part of a day, is not taken for hours
 * and minutes.
 */
final class ExcelRows {

    private static final int MOST_COLUMNS = 200;
    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,17}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");

    private ExcelRows() {}

    static List<AgendaRow> of(byte[] file) {
        try {
            ExcelGuard.check(file);
            return read(file);
        } catch (Problem e) {
            throw e;
        } catch (Exception e) {
            // the reader lets everything through that a damaged workbook can bring about
            throw AgendaFault.FILE_UNREADABLE.problem("file");
        }
    }

    private static List<AgendaRow> read(byte[] file) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            var read = new ArrayList<AgendaRow>();
            var all = rows.iterator();
            while (all.hasNext()) {
                var row = row(all.next());
                if (row.saysSomething() && !row.values().isEmpty()) {
                    if (read.size() == AgendaFile.MOST_ROWS) {
                        throw AgendaFault.TOO_MANY_LINES.problem("file");
                    }
                    read.add(row);
                }
            }
            return read;
        }
    }

    private static AgendaRow row(Row row) {
        var values = new ArrayList<String>();
        for (var i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            values.add(text(row.getCell(i)));
        }
        return new AgendaRow(row.getRowNum(), 0, values);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.STRING) {
            return cell.asString();
        }
        var raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        return NUMBER.matcher(raw).matches() ? plain(new BigDecimal(raw)) : raw;
    }

    private static String plain(BigDecimal number) {
        var rounded = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return rounded.toPlainString().replace('.', ',');
    }
}

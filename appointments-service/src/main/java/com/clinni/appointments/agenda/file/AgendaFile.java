package com.clinni.appointments.agenda.file;

import com.clinni.appointments.agenda.fault.AgendaFault;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The rows of an agenda as clinics' software writes it: text with delimiters, or the first sheet of
 * an Excel workbook. What its bytes begin with decides, whatever the file is called.
 */
public final class AgendaFile {

    /** Below the header. */
    public static final int MOST_LINES = 5_000;

    /** A header comes within so many lines; what stands above it are titles. */
    public static final int HEADER_WITHIN = 20;

    static final int MOST_ROWS = MOST_LINES + HEADER_WITHIN;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private AgendaFile() {}

    /**
     * The rows that say something. Throws the problem to answer with where there are too many, or
     * where the file is something else.
     *
     * @param headerScore how many column names there are among some values: it tells delimiters
     */
    public static List<AgendaRow> rows(byte[] file, ToIntFunction<List<String>> headerScore) {
        if (beginsWith(file, OLD_EXCEL)) {
            throw AgendaFault.FILE_UNREADABLE.problem("file");
        }
        var rows =
                beginsWith(file, ZIP)
                        ? ExcelRows.of(file)
                        : CsvRows.of(TextLines.of(file, MOST_ROWS), headerScore);
        return rows.stream().filter(AgendaRow::saysSomething).toList();
    }

    private static boolean beginsWith(byte[] file, byte[] mark) {
        for (var i = 0; i < mark.length; i++) {
            if (file.length <= i || file[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

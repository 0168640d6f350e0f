package com.clinni.appointments.agenda.file;

import com.clinni.appointments.agenda.fault.AgendaFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;

/**
 * Refuses workbooks that would fill the memory: a few bytes may unpack to very many, and one cell
 * may claim to stand in the millionth column. It unpacks without keeping anything, and stops at the
 * limit.
 */
final class ExcelGuard {

    static final int MOST_BYTES = 32 * 1024 * 1024;
    static final int MOST_PARTS = 500;

    private static final int BUFFER = 8192;
    private static final int MOST_LETTERS = 3;

    private int bytes;
    private Place place = Place.OUTSIDE;
    private int letters;

    private enum Place {
        OUTSIDE,
        BEFORE_NAME,
        NAME,
        EQUALS,
        VALUE
    }

    private ExcelGuard() {}

    static void check(byte[] workbook) throws IOException {
        new ExcelGuard().read(workbook);
    }

    private void read(byte[] workbook) throws IOException {
        var parts = 0;
        var buffer = new byte[BUFFER];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts++;
                refuseIf(parts > MOST_PARTS);
                var isXml = part.getName().endsWith(".xml");
                for (var n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    bytes += n;
                    refuseIf(bytes > MOST_BYTES);
                    for (var i = 0; isXml && i < n; i++) {
                        look(buffer[i]);
                    }
                }
            }
        }
    }

    /**
     * A cell's reference ({@code r="AB12"}, blanks or not) has up to three letters before its row.
     * A zero byte is of no text that we could look through.
     */
    private void look(byte b) {
        refuseIf(b == 0);
        var isBlank = b <= ' ';
        place =
                switch (place) {
                    case OUTSIDE -> isBlank ? Place.BEFORE_NAME : Place.OUTSIDE;
                    case BEFORE_NAME ->
                            b == 'r' ? Place.NAME : isBlank ? Place.BEFORE_NAME : Place.OUTSIDE;
                    case NAME -> b == '=' ? Place.EQUALS : isBlank ? Place.NAME : Place.OUTSIDE;
                    case EQUALS ->
                            b == '"' || b == '\''
                                    ? Place.VALUE
                                    : isBlank ? Place.EQUALS : Place.OUTSIDE;
                    case VALUE -> Character.isLetter(b) ? Place.VALUE : Place.OUTSIDE;
                };
        letters = place == Place.VALUE ? letters + 1 : 0;
        refuseIf(letters > MOST_LETTERS + 1);
    }

    private static void refuseIf(boolean tooLarge) {
        if (tooLarge) {
            throw AgendaFault.FILE_TOO_LARGE.problem("file");
        }
    }
}

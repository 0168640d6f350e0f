package com.clinni.appointments.agenda.file;

import com.clinni.appointments.agenda.fault.AgendaFault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a text. Each is read as UTF-8 if it can be that, else as what Windows writes in
 * western Europe, so that one odd byte costs its own line and not the rest of the day; a text that
 * begins with the mark of UTF-16 is that.
 */
final class TextLines {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int MARK_BIG = 0xFEFF;
    private static final int MARK_LITTLE = 0xFFFE;
    private static final int BYTE = 0xFF;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextLines() {}

    /**
     * A line that is not blank.
     *
     * @param number the file's first line is 1
     */
    record Line(int number, String text) {

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /** Reads no further than one line more than are allowed, and throws that there are too many. */
    static List<Line> of(byte[] file, int most) {
        return split(isUtf16(file) ? utf8(file) : file, most);
    }

    private static List<Line> split(byte[] text, int most) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var lines = new ArrayList<Line>();
        var number = 1;
        var from = 0;
        for (var at = 0; at <= text.length; at++) {
            if (at == text.length || text[at] == '\n' || text[at] == '\r') {
                add(lines, number, decoded(decoder, text, from, at), most);
                if (at + 1 < text.length && text[at] == '\r' && text[at + 1] == '\n') {
                    at++;
                }
                number++;
                from = at + 1;
            }
        }
        return lines;
    }

    private static void add(List<Line> lines, int number, String text, int most) {
        var plain =
                number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
                        ? text.substring(1)
                        : text;
        if (plain.isBlank()) {
            return;
        }
        if (lines.size() == most) {
            throw AgendaFault.TOO_MANY_LINES.problem("file");
        }
        lines.add(new Line(number, plain));
    }

    private static String decoded(CharsetDecoder utf8, byte[] text, int from, int to) {
        if (from == to) {
            return "";
        }
        try {
            return utf8.decode(ByteBuffer.wrap(text, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            return new String(text, from, to - from, WINDOWS);
        }
    }

    private static boolean isUtf16(byte[] file) {
        if (file.length < Short.BYTES) {
            return false;
        }
        var mark = ((file[0] & BYTE) << Byte.SIZE) | (file[1] & BYTE);
        return mark == MARK_BIG || mark == MARK_LITTLE;
    }

    private static byte[] utf8(byte[] utf16) {
        return new String(utf16, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8);
    }
}

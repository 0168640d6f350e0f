package com.clinni.appointments.agenda.column;

import java.util.regex.Pattern;

/** The text of a cell without what only keeps a spreadsheet from reading it as a number. */
final class CellText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final String FORMULA = "=\"";
    private static final int LONGEST = 2_000;

    private CellText() {}

    /** Blanks of every kind are one space; {@code ="600…"} and {@code '600…} are {@code 600…}. */
    static String of(String written) {
        if (written.length() > LONGEST) {
            return written.strip();
        }
        var text = BLANKS.matcher(written).replaceAll(" ").strip();
        if (text.startsWith(FORMULA) && text.endsWith("\"") && text.length() > FORMULA.length()) {
            return text.substring(FORMULA.length(), text.length() - 1).strip();
        }
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }
}

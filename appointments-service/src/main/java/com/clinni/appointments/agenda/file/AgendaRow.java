package com.clinni.appointments.agenda.file;

import java.util.List;

/**
 * A row of an agenda file.
 *
 * @param line where it begins; the file's first line is 1
 * @param continuations how many more lines a quoted value of it takes
 * @param values empty when the row cannot be read
 */
public record AgendaRow(int line, int continuations, List<String> values) {

    public boolean isReadable() {
        return !values.isEmpty();
    }

    boolean saysSomething() {
        return values.isEmpty() || values.stream().anyMatch(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "AgendaRow[" + line + "]";
    }
}

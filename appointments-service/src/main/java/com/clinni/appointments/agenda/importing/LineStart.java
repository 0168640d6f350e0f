package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.column.AgendaColumn;
import com.clinni.appointments.agenda.column.AgendaHeader;
import com.clinni.appointments.agenda.file.AgendaRow;
import com.clinni.appointments.agenda.value.AgendaDates;
import com.clinni.appointments.agenda.value.AgendaTimes;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** The date and the time of day of a line, from one column or from two. */
record LineStart(Optional<LocalDate> date, Optional<LocalTime> time) {

    static LineStart of(AgendaHeader header, AgendaRow row) {
        var date = date(header, row);
        var written = header.value(AgendaColumn.TIME, row);
        if (!written.isEmpty()) {
            return new LineStart(
                    date.map(AgendaDates.Read::date),
                    AgendaTimes.read(written)
                            .or(() -> AgendaDates.read(written).map(AgendaDates.Read::time)));
        }
        return new LineStart(
                date.map(AgendaDates.Read::date),
                date.map(AgendaDates.Read::time)
                        .or(
                                () ->
                                        AgendaDates.read(header.value(AgendaColumn.DATE_TIME, row))
                                                .map(AgendaDates.Read::time)));
    }

    /** True where a row says both, though the file may have no column for the time. */
    static boolean isWhole(AgendaHeader header, AgendaRow row) {
        return date(header, row).map(AgendaDates.Read::time).isPresent();
    }

    private static Optional<AgendaDates.Read> date(AgendaHeader header, AgendaRow row) {
        var column = header.has(AgendaColumn.DATE) ? AgendaColumn.DATE : AgendaColumn.DATE_TIME;
        return AgendaDates.read(header.value(column, row));
    }
}

package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.agenda.column.AgendaColumn;
import com.clinni.appointments.agenda.column.AgendaHeader;
import com.clinni.appointments.agenda.column.IgnoredColumns;
import com.clinni.appointments.agenda.fault.AgendaFault;
import com.clinni.appointments.agenda.file.AgendaFile;
import com.clinni.appointments.agenda.file.AgendaRow;
import com.clinni.appointments.agenda.importing.AgendaLine.Broken;
import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import com.clinni.appointments.agenda.importing.ImportReport.ColumnRead;
import com.clinni.appointments.agenda.importing.ImportReport.ColumnsRead;
import com.clinni.appointments.clinic.Clinic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a file says, read before anything is looked up or stored.
 *
 * @param continued lines that a quoted value of the line before takes
 * @param warnings about the file as a whole
 */
record AgendaContent(
        AgendaHeader header,
        List<Broken> broken,
        List<LineGroup> groups,
        int continued,
        ColumnsRead columns,
        List<FieldFault> warnings) {

    /** Throws the problem to answer with where the file cannot be taken as a whole. */
    static AgendaContent of(byte[] file, Clinic clinic, AgendaIds ids, Instant now) {
        var rows = AgendaFile.rows(file, AgendaHeader::score);
        var header =
                AgendaHeader.in(rows).orElseThrow(() -> AgendaFault.NO_HEADER.problem("header"));
        var below = rows.stream().filter(row -> row.line() > header.line()).toList();
        check(header, below);
        var reader = new AgendaLineReader(header, clinic, ids, now);
        var lines = below.stream().map(reader::read).toList();
        var ignored = IgnoredColumns.of(header, below);
        return new AgendaContent(
                header,
                lines.stream().filter(Broken.class::isInstance).map(Broken.class::cast).toList(),
                LineGroup.of(
                        lines.stream()
                                .filter(Visit.class::isInstance)
                                .map(Visit.class::cast)
                                .toList()),
                below.stream().mapToInt(AgendaRow::continuations).sum(),
                new ColumnsRead(
                        header.line(),
                        rows.stream()
                                .map(AgendaRow::line)
                                .filter(line -> line < header.line())
                                .toList(),
                        header.recognised().entrySet().stream()
                                .map(read -> new ColumnRead(read.getKey(), read.getValue()))
                                .toList(),
                        ignored.names()),
                ignored.warnings());
    }

    List<Visit> visits() {
        return groups.stream().flatMap(group -> group.lines().stream()).toList();
    }

    private static void check(AgendaHeader header, List<AgendaRow> below) {
        header.duplicate()
                .ifPresent(
                        name -> {
                            throw AgendaFault.COLUMN_DUPLICATE.problem(name);
                        });
        missing(header, below)
                .ifPresent(
                        column -> {
                            throw AgendaFault.COLUMN_MISSING.problem(column.field());
                        });
        if (below.size() > AgendaFile.MOST_LINES) {
            throw AgendaFault.TOO_MANY_LINES.problem("file");
        }
    }

    /** A column without which no line can be booked. A date may say the time too. */
    private static Optional<AgendaColumn> missing(AgendaHeader header, List<AgendaRow> below) {
        var hasMoment = header.has(AgendaColumn.DATE_TIME);
        if (!hasMoment && !header.has(AgendaColumn.DATE)) {
            return Optional.of(AgendaColumn.DATE);
        }
        if (!hasMoment
                && !header.has(AgendaColumn.TIME)
                && below.stream().noneMatch(row -> LineStart.isWhole(header, row))) {
            return Optional.of(AgendaColumn.TIME);
        }
        return header.has(AgendaColumn.PATIENT) || header.has(AgendaColumn.NAME)
                ? Optional.empty()
                : Optional.of(AgendaColumn.PATIENT);
    }
}

package com.clinni.appointments.agenda;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.StorableText;
import com.clinni.appointments.agenda.AgendaLine.Broken;
import com.clinni.appointments.agenda.AgendaLine.Visit;
import com.clinni.appointments.agenda.CsvRows.Row;
import com.clinni.appointments.appointment.AgendaRenaming;
import com.clinni.appointments.appointment.VisitStart;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.events.Patient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one file: nothing is looked up, nothing is stored. */
final class AgendaLineReader {

    private static final int LONGEST_NAME = 10_000;
    private static final int LONGEST_MINUTES = 1440;

    private final AgendaHeader header;
    private final Clinic clinic;
    private final AgendaIds ids;
    private final Instant now;

    AgendaLineReader(AgendaHeader header, Clinic clinic, AgendaIds ids, Instant now) {
        this.header = header;
        this.clinic = clinic;
        this.ids = ids;
        this.now = now;
    }

    AgendaLine read(Row row) {
        if (!row.isReadable()) {
            return new Broken(row.line(), new FieldFault("UNREADABLE", null));
        }
        var date = AgendaTimes.date(value(AgendaColumn.DATE, row));
        if (date.isEmpty()) {
            return broken(row, "INVALID_DATE", AgendaColumn.DATE);
        }
        var time = AgendaTimes.time(value(AgendaColumn.TIME, row));
        if (time.isEmpty()) {
            return broken(row, "INVALID_TIME", AgendaColumn.TIME);
        }
        var start = VisitStart.at(date.get().atTime(time.get()), clinic.zone());
        return start.isTooFarAhead(now)
                ? broken(row, "INVALID_DATE", AgendaColumn.DATE)
                : visit(row, date.get(), start);
    }

    private AgendaLine visit(Row row, LocalDate date, VisitStart.At start) {
        var name = fullName(row);
        if (name.isEmpty()) {
            return broken(row, FieldFault.REQUIRED, AgendaColumn.PATIENT);
        }
        if (name.length() > LONGEST_NAME) {
            return broken(row, FieldFault.TOO_LONG, AgendaColumn.PATIENT);
        }
        if (row.values().stream().anyMatch(value -> !StorableText.is(value))) {
            return new Broken(row.line(), new FieldFault("UNREADABLE", null));
        }
        var addresses =
                PatientAddresses.of(
                        Stream.of(AgendaColumn.MOBILE, AgendaColumn.PHONE)
                                .flatMap(column -> header.values(column, row.values()).stream())
                                .toList(),
                        value(AgendaColumn.EMAIL, row));
        if (addresses.usable().isEmpty()) {
            return broken(row, "NO_ADDRESS", AgendaColumn.PHONE);
        }
        var warnings = new ArrayList<>(addresses.warnings());
        if (start.inGap()) {
            warnings.add(new FieldFault("TIME_IN_DST_GAP", AgendaColumn.TIME.field()));
        }
        var duration = duration(value(AgendaColumn.DURATION, row), warnings);
        var language = language(value(AgendaColumn.LANGUAGE, row), warnings);
        var plainName = AgendaColumn.plain(name);
        var address = addresses.usable().get();
        var patientId = ids.patient(plainName, address);
        var ownId = value(AgendaColumn.ID, row);
        var key = ownId.isEmpty() ? ids.day(plainName, address, date) : ids.visit(ownId);
        return new Visit(
                row.line(),
                key.id(),
                new AgendaRenaming(
                        key.former(),
                        key.id(),
                        patientId.former().toString(),
                        patientId.id().toString()),
                start,
                duration,
                new Patient(
                        patientId.id().toString(),
                        AgendaNames.first(name),
                        addresses.phone(),
                        addresses.email(),
                        language,
                        List.of()),
                List.copyOf(warnings));
    }

    private String fullName(Row row) {
        return (value(AgendaColumn.PATIENT, row) + " " + value(AgendaColumn.SURNAME, row))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static @Nullable Integer duration(String written, List<FieldFault> warnings) {
        if (written.isEmpty()) {
            return null;
        }
        var minutes =
                Optional.of(written.replaceFirst("(?i)\\s*(min|minutos|minuts|')\\.?$", ""))
                        .filter(text -> text.matches("\\d{1,4}"))
                        .map(Integer::valueOf)
                        .filter(number -> number >= 1 && number <= LONGEST_MINUTES);
        if (minutes.isEmpty()) {
            warnings.add(FieldFault.invalid(AgendaColumn.DURATION.field()));
        }
        return minutes.orElse(null);
    }

    private static @Nullable String language(String written, List<FieldFault> warnings) {
        if (written.isEmpty()) {
            return null;
        }
        var language = AgendaNames.language(written);
        if (language.isEmpty()) {
            warnings.add(FieldFault.invalid(AgendaColumn.LANGUAGE.field()));
        }
        return language.orElse(null);
    }

    private String value(AgendaColumn column, Row row) {
        return header.value(column, row.values());
    }

    private static Broken broken(Row row, String code, AgendaColumn column) {
        return new Broken(row.line(), new FieldFault(code, column.field()));
    }
}

package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.NameCheck;
import com.clinni.appointments.StorableText;
import com.clinni.appointments.agenda.column.AgendaColumn;
import com.clinni.appointments.agenda.column.AgendaHeader;
import com.clinni.appointments.agenda.fault.AgendaFault;
import com.clinni.appointments.agenda.file.AgendaRow;
import com.clinni.appointments.agenda.importing.AgendaLine.Broken;
import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import com.clinni.appointments.agenda.value.AgendaLanguages;
import com.clinni.appointments.agenda.value.PatientAddresses;
import com.clinni.appointments.agenda.value.PatientName;
import com.clinni.appointments.agenda.value.VisitStatus;
import com.clinni.appointments.appointment.VisitStart;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.events.Patient;
import com.clinni.events.contact.NationalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one file: nothing is looked up, nothing is stored. */
final class AgendaLineReader {

    private static final int LONGEST_CELL = 500;
    private static final int LONGEST_MINUTES = 1440;
    private static final Pattern MINUTES =
            Pattern.compile(
                    "(?i)(\\d{1,4})(?:[.,]0+)? ?(?:min|mins|minutos|minuts|minutes|m|')?\\.?");
    private static final Pattern CLOCK = Pattern.compile("0?(\\d):([0-5]\\d)(?::00)?");
    private static final int HOUR = 60;

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

    AgendaLine read(AgendaRow row) {
        if (!row.isReadable()) {
            return unreadable(row);
        }
        for (var column : header.columns()) {
            if (header.values(column, row).stream().anyMatch(v -> v.length() > LONGEST_CELL)) {
                return new Broken(row.line(), column.fault(AgendaFault.TOO_LONG));
            }
        }
        var start = LineStart.of(header, row);
        if (start.date().isEmpty()) {
            return new Broken(row.line(), AgendaColumn.DATE.fault(AgendaFault.INVALID_DATE));
        }
        if (start.time().isEmpty()) {
            return new Broken(row.line(), AgendaColumn.TIME.fault(AgendaFault.INVALID_TIME));
        }
        var at = VisitStart.at(start.date().get().atTime(start.time().get()), clinic.zone());
        return at.isTooFarAhead(now)
                ? new Broken(row.line(), AgendaColumn.DATE.fault(AgendaFault.INVALID_DATE))
                : visit(row, start.date().get(), at);
    }

    private AgendaLine visit(AgendaRow row, LocalDate date, VisitStart.At start) {
        var name = name(row);
        if (name.isEmpty()) {
            return new Broken(row.line(), AgendaColumn.PATIENT.fault(AgendaFault.PATIENT_MISSING));
        }
        if (row.values().stream().anyMatch(value -> !StorableText.is(value))) {
            return unreadable(row);
        }
        if (NationalId.is(value(AgendaColumn.PATIENT_ID, row))) {
            return new Broken(row.line(), AgendaColumn.PATIENT_ID.fault(AgendaFault.NATIONAL_ID));
        }
        var unfit = NameCheck.fault(name.first(), AgendaColumn.PATIENT.field());
        if (unfit.isPresent()) {
            return new Broken(row.line(), unfit.get());
        }
        var addresses =
                PatientAddresses.of(
                        Stream.of(AgendaColumn.MOBILE, AgendaColumn.PHONE)
                                .flatMap(column -> header.values(column, row).stream())
                                .toList(),
                        header.values(AgendaColumn.EMAIL, row));
        var warnings = new ArrayList<>(addresses.warnings());
        var isOff = isOff(row, warnings);
        if (addresses.usable().isEmpty() && !isOff) {
            return new Broken(row.line(), AgendaColumn.PHONE.fault(AgendaFault.NO_ADDRESS));
        }
        NameCheck.warnings(name.first(), AgendaColumn.PATIENT.field())
                .forEach(odd -> warnings.add(new FieldFault(odd.code(), odd.field())));
        if (start.inGap()) {
            warnings.add(AgendaColumn.TIME.fault(AgendaFault.TIME_IN_DST_GAP));
        }
        var duration = duration(value(AgendaColumn.DURATION, row), warnings);
        var language = language(value(AgendaColumn.LANGUAGE, row), warnings);
        var keys =
                new LineKeys(
                        ids,
                        value(AgendaColumn.ID, row),
                        value(AgendaColumn.PATIENT_ID, row),
                        value(AgendaColumn.CODE, row),
                        name,
                        addresses,
                        date,
                        start.instant());
        var all = keys.all();
        return new Visit(
                row.line(),
                all,
                LineKeys.own(all),
                keys.former(),
                start,
                duration,
                new Patient(
                        keys.patient(),
                        name.first(),
                        addresses.phone(),
                        addresses.email(),
                        language,
                        List.of()),
                isOff,
                isOff ? List.of() : List.copyOf(warnings));
    }

    private PatientName name(AgendaRow row) {
        var column = header.has(AgendaColumn.PATIENT) ? AgendaColumn.PATIENT : AgendaColumn.NAME;
        return PatientName.of(value(column, row) + " " + value(AgendaColumn.SURNAME, row));
    }

    private static @Nullable Integer duration(String written, List<FieldFault> warnings) {
        if (written.isEmpty()) {
            return null;
        }
        var minutes = minutes(written).filter(number -> number >= 1 && number <= LONGEST_MINUTES);
        if (minutes.isEmpty()) {
            warnings.add(AgendaColumn.DURATION.fault(AgendaFault.INVALID));
        }
        return minutes.orElse(null);
    }

    private static Optional<Integer> minutes(String written) {
        var clock = CLOCK.matcher(written);
        if (clock.matches()) {
            return Optional.of(
                    Integer.parseInt(clock.group(1)) * HOUR + Integer.parseInt(clock.group(2)));
        }
        var number = MINUTES.matcher(written);
        return number.matches() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
    }

    private static @Nullable String language(String written, List<FieldFault> warnings) {
        if (written.isEmpty()) {
            return null;
        }
        var language = AgendaLanguages.read(written);
        if (language.isEmpty()) {
            warnings.add(AgendaColumn.LANGUAGE.fault(AgendaFault.INVALID));
        }
        return language.orElse(null);
    }

    private boolean isOff(AgendaRow row, List<FieldFault> warnings) {
        var status = value(AgendaColumn.STATUS, row);
        var cancelled = value(AgendaColumn.CANCELLED, row);
        return isOff(status, VisitStatus.of(status), warnings)
                || isOff(cancelled, VisitStatus.ofCancelled(cancelled), warnings);
    }

    private static boolean isOff(
            String written, Optional<VisitStatus> status, List<FieldFault> warnings) {
        if (status.isEmpty() && !written.isEmpty()) {
            warnings.add(AgendaColumn.STATUS.fault(AgendaFault.UNKNOWN_STATUS));
        }
        return status.filter(s -> s == VisitStatus.OFF).isPresent();
    }

    private String value(AgendaColumn column, AgendaRow row) {
        return header.value(column, row);
    }

    private static Broken unreadable(AgendaRow row) {
        return new Broken(row.line(), new FieldFault(AgendaFault.UNREADABLE.code(), null));
    }
}

package com.clinni.appointments.agenda.column;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.agenda.fault.AgendaFault;
import com.clinni.appointments.agenda.file.AgendaRow;
import com.clinni.appointments.agenda.value.VisitStatus;
import com.clinni.events.contact.EmailCheck;
import com.clinni.events.contact.PhoneCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The columns of a file that nobody reads. One that looks like phones, e-mail addresses or statuses
 * is worth a warning: patients may go without a reminder, or be reminded of what is off, because of
 * its name.
 */
public record IgnoredColumns(List<String> names, List<FieldFault> warnings) {

    private static final int LOOKED_AT = 50;
    private static final int LONGEST = 60;

    public static IgnoredColumns of(AgendaHeader header, List<AgendaRow> rows) {
        var names = new ArrayList<String>();
        var warnings = new ArrayList<FieldFault>();
        IntStream.range(0, header.names().size())
                .filter(place -> header.at(place).isEmpty())
                .filter(place -> !header.names().get(place).isBlank())
                .forEach(
                        place -> {
                            var name = AgendaHeader.told(header.names().get(place));
                            names.add(name);
                            var values = values(rows, place);
                            if (most(values, value -> PhoneCheck.check(value).orNull() != null)) {
                                warnings.add(warning(AgendaFault.PHONES_IGNORED, name));
                            } else if (most(
                                    values, value -> EmailCheck.check(value).orNull() != null)) {
                                warnings.add(warning(AgendaFault.EMAILS_IGNORED, name));
                            } else if (saysOff(values)) {
                                warnings.add(warning(AgendaFault.STATUSES_IGNORED, name));
                            }
                        });
        return new IgnoredColumns(List.copyOf(names), List.copyOf(warnings));
    }

    private static FieldFault warning(AgendaFault fault, String name) {
        return new FieldFault(fault.code(), name);
    }

    private static List<String> values(List<AgendaRow> rows, int place) {
        return rows.stream()
                .filter(row -> place < row.values().size())
                .map(row -> row.values().get(place))
                .filter(value -> !value.isBlank() && value.length() <= LONGEST)
                .limit(LOOKED_AT)
                .map(CellText::of)
                .toList();
    }

    private static boolean saysOff(List<String> values) {
        return most(values, value -> VisitStatus.of(value).isPresent())
                && values.stream()
                        .flatMap(value -> VisitStatus.of(value).stream())
                        .anyMatch(status -> status == VisitStatus.OFF);
    }

    private static boolean most(List<String> values, Predicate<String> looksSo) {
        return !values.isEmpty() && values.stream().filter(looksSo).count() * 2 > values.size();
    }
}

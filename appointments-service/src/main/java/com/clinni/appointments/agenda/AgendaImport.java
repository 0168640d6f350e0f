package com.clinni.appointments.agenda;

import com.clinni.appointments.agenda.AgendaLine.Visit;
import com.clinni.appointments.appointment.AgendaRenaming;
import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.appointment.Booking;
import com.clinni.appointments.appointment.VisitChange;
import com.clinni.appointments.appointment.VisitChange.BookFromAgenda;
import com.clinni.appointments.reminder.PlannedBy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Books the lines of one file, all in the caller's transaction. Absent lines cancel nothing. */
@ApplicationScoped
class AgendaImport {

    private static final int BATCH = 1_000;

    private final Appointments appointments;

    AgendaImport(Appointments appointments) {
        this.appointments = appointments;
    }

    ImportReport book(String clinicId, List<AgendaLine> lines, Instant now) {
        var tally = new ImportCount(lines);
        var changes = changes(clinicId, lines);
        for (var from = 0; from < changes.size(); from += BATCH) {
            var batch = changes.subList(from, Math.min(from + BATCH, changes.size()));
            appointments.apply(batch, PlannedBy.AGENDA, now).forEach(tally::count);
        }
        return tally.report();
    }

    private List<VisitChange> changes(String clinicId, List<AgendaLine> lines) {
        var days = distinct(lines);
        appointments.rename(clinicId, renamings(days));
        var known = appointments.ofAgenda(days.keySet());
        var changes = new ArrayList<VisitChange>();
        days.forEach(
                (key, visits) -> {
                    var ofDay = List.copyOf(visits.values());
                    var ids = VisitMatching.of(key, ofDay, known.getOrDefault(key, List.of()));
                    ofDay.forEach(visit -> changes.add(change(clinicId, visit, ids)));
                });
        return changes;
    }

    private static List<AgendaRenaming> renamings(Map<UUID, Map<Instant, Visit>> days) {
        return days.values().stream()
                .map(ofKey -> ofKey.values().iterator().next().renaming())
                .toList();
    }

    /** By key, then start: a line that repeats another one says nothing new. */
    private static Map<UUID, Map<Instant, Visit>> distinct(List<AgendaLine> lines) {
        var days = new LinkedHashMap<UUID, Map<Instant, Visit>>();
        for (var line : lines) {
            if (line instanceof Visit visit) {
                days.computeIfAbsent(visit.key(), key -> new LinkedHashMap<>())
                        .putIfAbsent(visit.start().instant(), visit);
            }
        }
        return days;
    }

    private static VisitChange change(String clinicId, Visit visit, Map<Instant, String> ids) {
        var start = visit.start().instant();
        return new BookFromAgenda(
                new Booking(
                        Objects.requireNonNull(ids.get(start), "a line without a visit"),
                        clinicId,
                        start,
                        visit.durationMinutes(),
                        visit.patient(),
                        visit.key()));
    }
}

package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import com.clinni.appointments.agenda.importing.AgendaVisitRows.KeptKey;
import com.clinni.appointments.agenda.importing.AgendaVisitRows.KeptVisit;
import com.clinni.appointments.agenda.importing.VisitKey.Kind;
import com.clinni.appointments.appointment.Appointment;
import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.appointment.Appointments.Renaming;
import com.clinni.appointments.clinic.Clinic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The visits that agendas made, found by the keys of their lines. */
@ApplicationScoped
class AgendaVisits {

    private static final Duration NOT_PAST = Duration.ofDays(1);

    private final AgendaVisitRows rows;
    private final Appointments appointments;

    AgendaVisits(AgendaVisitRows rows, Appointments appointments) {
        this.rows = rows;
        this.appointments = appointments;
    }

    /** Every visit that one of the lines may mean, those that version 0.1 booked too. */
    Collection<KnownVisit> known(Clinic clinic, List<Visit> lines, Instant now) {
        var keys =
                lines.stream()
                        .flatMap(line -> line.keys().all().stream())
                        .filter(key -> !key.kind().isFormer())
                        .map(VisitKey::key)
                        .distinct()
                        .toList();
        var kept = rows.withKeys(clinic.clinicId(), keys);
        var known = new LinkedHashMap<String, KnownVisit>();
        for (var visit : former(clinic, lines, now)) {
            known.put(visit.id(), visit);
        }
        for (var visit : appointments.all(clinic.clinicId(), kept.keySet())) {
            var found = kept.get(visit.appointmentId());
            if (found != null && visit.startsAt() != null) {
                known.put(
                        visit.appointmentId(),
                        new KnownVisit(
                                visit,
                                found.keys(),
                                false,
                                visit.cancelled() && found.isOffByAgenda()));
            }
        }
        return known.values();
    }

    /** With the patient's id as it is derived now. */
    private List<KnownVisit> former(Clinic clinic, List<Visit> lines, Instant now) {
        var patients = new HashMap<String, String>();
        lines.forEach(
                line ->
                        patients.putIfAbsent(
                                line.former().patientId(), line.patient().patientId()));
        return appointments
                .ofFormerAgendas(
                        clinic.clinicId(),
                        lines.stream().flatMap(line -> line.former().keys().stream()).toList(),
                        patients.keySet(),
                        now.minus(NOT_PAST))
                .stream()
                .flatMap(visit -> former(clinic, visit, patients).stream())
                .toList();
    }

    private static Optional<KnownVisit> former(
            Clinic clinic, Appointment visit, Map<String, String> patients) {
        var start = visit.startsAt();
        var patient = visit.patient();
        var key = visit.agendaKey();
        if (start == null || patient == null || key == null) {
            return Optional.empty();
        }
        var patientId = patients.getOrDefault(patient.patientId(), patient.patientId());
        var day = start.atZone(clinic.zone()).toLocalDate();
        return Optional.of(
                new KnownVisit(
                        visit.withPatientId(patientId),
                        VisitKeys.of(
                                List.of(
                                        new VisitKey(Kind.FORMER_ID, key),
                                        new VisitKey(
                                                Kind.FORMER_DAY, AgendaIds.dayOf(patientId, day)))),
                        true,
                        false));
    }

    /** Gives visits that version 0.1 booked, and that a file speaks of, their ids as of now. */
    void renameFormer(Clinic clinic, List<GroupPlan> plans) {
        var renamings = new ArrayList<Renaming>();
        for (var plan : plans) {
            var visit = plan.visit();
            if (visit != null && visit.isFormer()) {
                renamings.add(
                        new Renaming(
                                visit.id(),
                                plan.group().said().key(),
                                visit.patient().patientId()));
            }
        }
        appointments.rename(clinic.clinicId(), renamings);
    }

    /** An id for each of the groups that is no other visit's of the clinic. */
    Map<LineGroup, String> newIds(
            Clinic clinic, List<LineGroup> groups, Collection<KnownVisit> known) {
        var next = new HashMap<UUID, Integer>();
        known.forEach(
                visit -> visit.keys().all().forEach(key -> next.merge(key.key(), 1, Integer::sum)));
        var given = new HashMap<LineGroup, String>();
        var open = groups;
        while (!open.isEmpty()) {
            for (var group : open) {
                var key = group.said().key();
                given.put(group, AgendaIds.appointment(key, next.merge(key, 1, Integer::sum) - 1));
            }
            var taken =
                    appointments.existing(
                            clinic.clinicId(), open.stream().map(given::get).toList());
            open = open.stream().filter(group -> taken.contains(given.get(group))).toList();
        }
        return given;
    }

    /** Keeps the keys of all visits that a file spoke of. */
    void keep(Clinic clinic, List<GroupPlan> plans) {
        var onAnotherDay = new ArrayList<String>();
        var added = new ArrayList<KeptKey>();
        var changed = new ArrayList<KeptVisit>();
        for (var plan : plans) {
            var id = plan.appointmentId();
            if (id == null) {
                continue;
            }
            var known = plan.visit();
            var start = plan.group().said().startsAt();
            var visit = new KeptVisit(id, start, plan.result() == LineResult.CANCELLED);
            var isMoved = known != null && !isOnDayOf(clinic, known, start);
            if (isMoved) {
                onAnotherDay.add(id);
            }
            plan.group().keys().all().stream()
                    .filter(key -> !key.kind().isFormer())
                    .filter(key -> known == null || isMoved || !known.keys().all().contains(key))
                    .forEach(key -> added.add(new KeptKey(visit, key)));
            if (known != null && plan.change().isPresent()) {
                changed.add(visit);
            }
        }
        rows.forgetDays(clinic.clinicId(), onAnotherDay);
        rows.add(clinic.clinicId(), added);
        rows.follow(clinic.clinicId(), changed);
    }

    private static boolean isOnDayOf(Clinic clinic, KnownVisit known, Instant start) {
        return known.startsAt()
                .atZone(clinic.zone())
                .toLocalDate()
                .equals(start.atZone(clinic.zone()).toLocalDate());
    }
}

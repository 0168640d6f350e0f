package com.clinni.appointments.appointment;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.appointments.correction.Corrections;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.appointments.reminder.plan.ReminderPlanner;
import com.clinni.appointments.reminder.withdraw.ReminderWithdrawals;
import com.clinni.platform.database.ConcurrentChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The visits. Every way in (HTTP, agenda files, events) changes them here, in batches. */
@ApplicationScoped
public class Appointments {

    private final AppointmentRows rows;
    private final Clinics clinics;
    private final ReminderPlanner reminders;
    private final ReminderWithdrawals withdrawals;
    private final Corrections corrections;

    Appointments(
            AppointmentRows rows,
            Clinics clinics,
            ReminderPlanner reminders,
            ReminderWithdrawals withdrawals,
            Corrections corrections) {
        this.rows = rows;
        this.clinics = clinics;
        this.reminders = reminders;
        this.withdrawals = withdrawals;
        this.corrections = corrections;
    }

    /**
     * Applies changes in their order, reminders included, inside the caller's transaction.
     *
     * @return what became of each, in the same order
     */
    public List<ChangeOutcome> apply(
            List<? extends VisitChange> changes, PlannedBy who, Instant now) {
        var outcomes = new ChangeOutcome[changes.size()];
        var open = new ArrayList<Integer>();
        for (var i = 0; i < changes.size(); i++) {
            open.add(i);
        }
        while (!open.isEmpty()) {
            var round = oneForEachVisit(open, changes);
            applyRound(round, changes, outcomes, who, now);
            open.removeAll(new HashSet<>(round));
        }
        return Arrays.asList(outcomes);
    }

    public Optional<Appointment> one(VisitId visit) {
        return rows.one(visit);
    }

    /** The same, held until the caller's transaction ends: nobody moves or cancels it meanwhile. */
    public Optional<Appointment> held(VisitId visit) {
        return rows.lock(List.of(visit)).values().stream().findFirst();
    }

    /** Those of these visits that the clinic has. */
    public List<Appointment> all(String clinicId, Collection<String> appointmentIds) {
        return appointmentIds.isEmpty() ? List.of() : rows.all(clinicId, appointmentIds);
    }

    /** Those of these ids that some visit of the clinic has. */
    public Set<String> existing(String clinicId, Collection<String> appointmentIds) {
        return rows.existing(clinicId, appointmentIds);
    }

    /**
     * The visits to come that version 0.1 took from agenda files: by their key or their patient.
     */
    public List<Appointment> ofFormerAgendas(
            String clinicId,
            Collection<UUID> agendaKeys,
            Collection<String> patientIds,
            Instant from) {
        return rows.ofFormerAgendas(clinicId, agendaKeys, patientIds, from);
    }

    /**
     * The ids that are derived now, for a visit that version 0.1 took from an agenda file.
     *
     * @param agendaKey what a line of an agenda is found by
     */
    public record Renaming(String appointmentId, UUID agendaKey, String patientId) {}

    /** Gives such visits of a clinic their ids. Nothing else about them changes. */
    public void rename(String clinicId, List<Renaming> renamings) {
        if (!renamings.isEmpty()) {
            rows.rename(clinicId, renamings);
        }
    }

    private static List<Integer> oneForEachVisit(
            List<Integer> open, List<? extends VisitChange> changes) {
        var seen = new HashSet<VisitId>();
        return open.stream().filter(i -> seen.add(changes.get(i).visit())).toList();
    }

    private void applyRound(
            List<Integer> round,
            List<? extends VisitChange> changes,
            ChangeOutcome[] outcomes,
            PlannedBy who,
            Instant now) {
        var current = rows.lock(round.stream().map(i -> changes.get(i).visit()).toList());
        for (var i : round) {
            outcomes[i] = changes.get(i).on(current.get(changes.get(i).visit()));
        }
        var held = clinics.held(clinicsOf(round, outcomes));
        var written = new ChangeSet();
        for (var i : round) {
            outcomes[i] = written.note(outcomes[i], current, held);
        }
        if (!rows.insert(written.inserts)) {
            throw new ConcurrentChange("a visit was booked by another transaction meanwhile");
        }
        rows.update(written.updates);
        written.withdrawals.forEach((reason, visits) -> withdrawals.withdraw(visits, reason, now));
        reminders.plan(written.plans, who, now);
        corrections.consider(written.withdrawn(), now);
    }

    private static List<String> clinicsOf(List<Integer> round, ChangeOutcome[] outcomes) {
        return round.stream()
                .flatMap(i -> ChangeSet.changedBy(outcomes[i]).stream())
                .map(Appointment::clinicId)
                .distinct()
                .toList();
    }
}

package com.clinni.appointments.appointment;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.ChangeOutcome.Booked;
import com.clinni.appointments.appointment.ChangeOutcome.Cancelled;
import com.clinni.appointments.appointment.ChangeOutcome.Moved;
import com.clinni.appointments.appointment.ChangeOutcome.Refreshed;
import com.clinni.appointments.appointment.ChangeOutcome.Refused;
import com.clinni.appointments.appointment.ChangeOutcome.Stale;
import com.clinni.appointments.appointment.ChangeOutcome.Unchanged;
import com.clinni.appointments.appointment.ChangeOutcome.Why;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.reminder.plan.VisitToPlan;
import com.clinni.events.ReminderWithdrawn.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The writes that a round of changes needs, collected so that each table is written once. */
final class ChangeSet {

    final List<Appointment> inserts = new ArrayList<>();
    final List<Appointment> updates = new ArrayList<>();
    final List<VisitToPlan> plans = new ArrayList<>();
    final Map<Reason, List<VisitId>> withdrawals = new EnumMap<>(Reason.class);

    /** The outcome itself, or that its clinic is not known. */
    ChangeOutcome note(
            ChangeOutcome outcome, Map<VisitId, Appointment> before, Map<String, Clinic> clinics) {
        var changed = changedBy(outcome).orElse(null);
        if (changed == null) {
            return outcome;
        }
        var clinic = clinics.get(changed.clinicId());
        if (clinic == null) {
            return new Refused(Why.UNKNOWN_CLINIC);
        }
        var isKnown = before.containsKey(changed.id());
        (isKnown ? updates : inserts).add(changed);
        switch (outcome) {
            case Booked ignored -> {
                if (isKnown) {
                    // on again: that it was cancelled must not be told any more
                    withdraw(changed, Reason.MOVED);
                }
                plan(changed, clinic);
            }
            case Moved ignored -> {
                withdraw(changed, Reason.MOVED);
                plan(changed, clinic);
            }
            case Cancelled ignored -> withdraw(changed, Reason.CANCELLED);
            case Refreshed ignored -> {}
            case Unchanged ignored -> {}
            case Stale ignored -> {}
            case Refused ignored -> {}
        }
        return outcome;
    }

    /** Every visit that was moved, cancelled or is on again. */
    List<VisitId> withdrawn() {
        return withdrawals.values().stream().flatMap(List::stream).toList();
    }

    /** The visit as it is to be written, if it is. */
    static Optional<Appointment> changedBy(ChangeOutcome outcome) {
        return switch (outcome) {
            case Booked(var now) -> Optional.of(now);
            case Moved(var now) -> Optional.of(now);
            case Cancelled(var now) -> Optional.of(now);
            case Refreshed(var now) -> Optional.of(now);
            case Unchanged ignored -> Optional.empty();
            case Stale ignored -> Optional.empty();
            case Refused ignored -> Optional.empty();
        };
    }

    private void withdraw(Appointment appointment, Reason reason) {
        withdrawals.computeIfAbsent(reason, ignored -> new ArrayList<>()).add(appointment.id());
    }

    private void plan(Appointment appointment, Clinic clinic) {
        var start = appointment.startsAt();
        if (start != null) {
            plans.add(
                    new VisitToPlan(
                            clinic, appointment.appointmentId(), appointment.planVersion(), start));
        }
    }
}

package com.clinni.appointments.reminder.plan;

import com.clinni.appointments.reminder.ReminderIds;
import com.clinni.appointments.reminder.plan.ReminderPlan.Planned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A row of the plan. */
record PlannedReminder(
        UUID reminderId, VisitToPlan visit, String rule, Instant dueAt, Instant sendBefore) {

    static Stream<PlannedReminder> of(VisitToPlan visit, Instant now) {
        var clinic = visit.clinic();
        List<Planned> plan =
                ReminderPlan.of(
                        visit.startsAt(),
                        clinic.rulesInForce(),
                        clinic.zone(),
                        clinic.quietHours(),
                        now);
        return plan.stream().map(planned -> of(visit, planned));
    }

    private static PlannedReminder of(VisitToPlan visit, Planned planned) {
        return new PlannedReminder(
                ReminderIds.of(
                        visit.clinic().clinicId(),
                        visit.appointmentId(),
                        visit.version(),
                        planned.rule()),
                visit,
                planned.rule().key(),
                planned.dueAt(),
                planned.sendBefore());
    }
}

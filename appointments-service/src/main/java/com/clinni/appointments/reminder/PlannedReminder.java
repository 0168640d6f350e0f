package com.clinni.appointments.reminder;

import com.clinni.appointments.reminder.ReminderPlan.Planned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One row of the plan. */
record PlannedReminder(
        UUID reminderId, PlanRequest visit, String rule, Instant dueAt, Instant sendBefore) {

    static Stream<PlannedReminder> of(PlanRequest visit, Instant now) {
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

    private static PlannedReminder of(PlanRequest visit, Planned planned) {
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

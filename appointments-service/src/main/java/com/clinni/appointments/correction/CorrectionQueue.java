package com.clinni.appointments.correction;

import com.clinni.appointments.Columns;
import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.appointments.correction.CorrectionDecision.Tell;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.appointments.reminder.ReminderIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts corrections where due reminders wait, and sees to it that no reminder says the same. */
@ApplicationScoped
class CorrectionQueue {

    /** A reminder that follows this soon is not sent besides, as when a visit is booked late. */
    private static final Duration TOO_CLOSE = Duration.ofHours(1);

    private static final String ADD = Sql.named("add-corrections");
    private static final String DROP = Sql.named("drop-reminders");

    private static final String LET_GO =
            """
            UPDATE reminder_due d SET due_at = r.due_at FROM reminder r
            WHERE d.reminder_id = r.reminder_id AND r.appointment_id = ANY (?::text[])
              AND d.due_at > r.due_at
            """;

    private final Database database;

    CorrectionQueue(Database database) {
        this.database = database;
    }

    /** One message about one visit. */
    record Correction(ChangedVisit visit, Tell tell) {}

    void add(List<Correction> corrections, Instant now) {
        if (corrections.isEmpty()) {
            return;
        }
        var columns = Columns.of(corrections);
        database.update(
                ADD,
                columns.ids(
                        each ->
                                ReminderIds.of(
                                        each.visit().clinicId(),
                                        each.visit().appointmentId(),
                                        each.visit().version(),
                                        each.tell().key())),
                columns.texts(each -> each.visit().appointmentId()),
                columns.longs(each -> each.visit().version()),
                columns.texts(each -> each.visit().clinicId()),
                columns.texts(each -> each.tell().key()),
                columns.texts(each -> each.tell().kind()),
                columns.instants(each -> each.tell().startsAt()),
                columns.instants(each -> each.tell().sendBefore()),
                now,
                now,
                PlannedBy.CORRECTION.name());
        drop(heard(corrections, now), now.plus(TOO_CLOSE), now);
    }

    /** A correction that expires in quiet hours says nothing: a reminder may leave after them. */
    private static String[] heard(List<Correction> corrections, Instant now) {
        return corrections.stream()
                .filter(each -> each.visit().hearsBefore(each.tell().sendBefore(), now))
                .map(each -> each.visit().appointmentId())
                .toArray(String[]::new);
    }

    /** Reminders of these visits as they stand that are due by then will say nothing new. */
    void drop(String[] appointmentIds, Instant dueBy, Instant now) {
        database.update(DROP, appointmentIds, dueBy, now);
    }

    /** What was held for these visits leaves when it is due. */
    void letGo(String[] decided) {
        database.update(LET_GO, (Object) decided);
    }
}

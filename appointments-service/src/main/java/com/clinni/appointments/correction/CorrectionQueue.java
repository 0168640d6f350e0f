package com.clinni.appointments.correction;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.correction.CorrectionDecision.Tell;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.appointments.reminder.ReminderIds;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts corrections where due reminders wait, and sees to it that no reminder says the same. */
@ApplicationScoped
class CorrectionQueue {

    /** A reminder that follows this soon is not sent besides, as when a visit is booked late. */
    private static final Duration TOO_CLOSE = Duration.ofHours(1);

    private static final Sql ADD = Sql.named("corrections/add");
    private static final Sql WITHDRAW = Sql.named("corrections/withdraw-said-already");
    private static final Sql LET_GO = Sql.named("corrections/let-go");

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
        var columns =
                Columns.of(corrections)
                        .put("reminderIds", CorrectionQueue::idOf)
                        .put("appointmentIds", each -> each.visit().appointmentId())
                        .put("versions", each -> each.visit().version())
                        .put("clinicIds", each -> each.visit().clinicId())
                        .put("keys", each -> each.tell().key())
                        .put("kinds", each -> each.tell().kind())
                        .put("starts", each -> each.tell().startsAt())
                        .put("sendBefores", each -> each.tell().sendBefore())
                        .put("byEmails", each -> each.tell().byEmail())
                        .with("now", now)
                        .with("plannedBy", PlannedBy.CORRECTION);
        database.update(ADD, columns.map());
        withdrawSaidAlready(heard(corrections, now), now.plus(TOO_CLOSE), now);
    }

    private static UUID idOf(Correction correction) {
        var visit = correction.visit();
        return ReminderIds.of(
                visit.clinicId(), visit.appointmentId(), visit.version(), correction.tell().key());
    }

    /** A correction that expires in quiet hours says nothing: a reminder may leave after them. */
    private static List<VisitId> heard(List<Correction> corrections, Instant now) {
        return corrections.stream()
                .filter(
                        each ->
                                each.tell().byEmail()
                                        || each.visit().hearsBefore(each.tell().sendBefore(), now))
                .map(each -> each.visit().id())
                .toList();
    }

    /** Reminders of these visits as they stand that are due by then will say nothing new. */
    void withdrawSaidAlready(List<VisitId> visits, Instant dueBy, Instant now) {
        database.update(
                WITHDRAW, VisitId.columns(visits).with("dueBy", dueBy).with("now", now).map());
    }

    /** What was held for these visits leaves when it is due. */
    void letGo(List<VisitId> decided) {
        database.update(LET_GO, VisitId.columns(decided).map());
    }
}

package com.clinni.appointments.correction;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.clinic.CorrectionPolicy;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.QuietHours;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of changes to decide on, and what is read to decide on them. */
@ApplicationScoped
class CorrectionRows {

    private static final Sql CLAIM = Sql.named("corrections/claim");
    private static final Sql MESSAGES = Sql.named("corrections/messages");
    private static final Sql LOCK_QUEUE = Sql.named("corrections/lock-queue");
    private static final Sql LOOK_AGAIN = Sql.named("corrections/look-again");
    private static final Sql FORGET = Sql.named("corrections/forget");

    private final Database database;

    CorrectionRows(Database database) {
        this.database = database;
    }

    /** Visits to decide on, held until this transaction ends. */
    List<ChangedVisit> claim(Instant now, int batch) {
        return database.query(CLAIM, Map.of("now", now, "most", batch), CorrectionRows::visit);
    }

    /** What may have been said of each of these, the oldest first; nothing leaves meanwhile. */
    Map<VisitId, List<EarlierMessage>> messages(List<ChangedVisit> visits, Instant now) {
        record VisitMessage(VisitId visit, EarlierMessage message) {}
        var asked = VisitId.columns(visits.stream().map(ChangedVisit::id).toList());
        database.query(LOCK_QUEUE, asked.map(), row -> true);
        return database
                .query(
                        MESSAGES,
                        asked.with("now", now).map(),
                        row ->
                                new VisitMessage(
                                        new VisitId(
                                                row.text("clinic_id"), row.text("appointment_id")),
                                        message(row)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                VisitMessage::visit,
                                Collectors.mapping(VisitMessage::message, Collectors.toList())));
    }

    void lookAgain(Map<ChangedVisit, Instant> when) {
        if (!when.isEmpty()) {
            database.update(
                    LOOK_AGAIN,
                    Columns.of(when.entrySet())
                            .put("clinicIds", each -> each.getKey().clinicId())
                            .put("appointmentIds", each -> each.getKey().appointmentId())
                            .put("lookAts", Map.Entry::getValue)
                            .map());
        }
    }

    void forget(List<VisitId> decided) {
        database.update(FORGET, VisitId.columns(decided).map());
    }

    private static ChangedVisit visit(Row row) throws SQLException {
        return new ChangedVisit(
                row.text("appointment_id"),
                row.text("clinic_id"),
                row.number("plan_version"),
                row.flag("cancelled"),
                row.instant("starts_at"),
                row.instant("changed_at"),
                row.constant("corrections", CorrectionPolicy.class),
                row.flag("has_email"),
                row.flag("mails") ? null : quietHours(row),
                ZoneId.of(row.text("zone")));
    }

    private static @Nullable QuietHours quietHours(Row row) throws SQLException {
        var from = row.value("quiet_from", LocalTime.class);
        return from == null ? null : new QuietHours(from, row.value("quiet_to", LocalTime.class));
    }

    private static EarlierMessage message(Row row) throws SQLException {
        return new EarlierMessage(
                row.number("appointment_version"),
                row.text("kind"),
                row.instant("starts_at"),
                row.flag("by_email"),
                DeliveryKnowledge.of(
                        row.flag("published"),
                        row.flag("by_hand"),
                        row.flag("possible_duplicate"),
                        row.constant("reported", PublicState.class)));
    }
}

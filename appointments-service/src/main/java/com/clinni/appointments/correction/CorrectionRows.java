package com.clinni.appointments.correction;

import static com.clinni.appointments.Database.instant;

import com.clinni.appointments.Columns;
import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.appointments.clinic.CorrectionPolicy;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.QuietHours;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of changes to decide on, and what is read to decide on them. */
@ApplicationScoped
class CorrectionRows {

    private static final String CLAIM = Sql.named("claim-corrections");
    private static final String MESSAGES = Sql.named("messages-so-far");

    /** What the publisher has in its hands is waited for: what it published counts. */
    private static final String LOCK_QUEUE =
            """
            SELECT d.reminder_id FROM reminder_due d JOIN reminder r USING (reminder_id)
            WHERE r.appointment_id = ANY (?::text[])
            ORDER BY d.reminder_id FOR UPDATE OF d
            """;

    private static final String LOOK_AGAIN =
            """
            UPDATE correction SET look_at = later.look_at
            FROM unnest(?::text[], ?::timestamptz[]) AS later (appointment_id, look_at)
            WHERE correction.appointment_id = later.appointment_id
            """;

    private static final String FORGET =
            "DELETE FROM correction WHERE appointment_id = ANY (?::text[])";

    private final Database database;

    CorrectionRows(Database database) {
        this.database = database;
    }

    /** Visits to decide on, held until this transaction ends. */
    List<ChangedVisit> claim(Instant now, int batch) {
        return database.query(CLAIM, CorrectionRows::visit, now, batch);
    }

    /** What may have been said of each of these, the oldest first; nothing leaves meanwhile. */
    Map<String, List<EarlierMessage>> messages(List<ChangedVisit> visits, Instant now) {
        record Said(String appointmentId, EarlierMessage message) {}
        var ids = Columns.of(visits).texts(ChangedVisit::appointmentId);
        database.query(LOCK_QUEUE, row -> true, (Object) ids);
        return database
                .query(
                        MESSAGES,
                        row -> new Said(row.getString("appointment_id"), message(row)),
                        ids,
                        now)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Said::appointmentId,
                                Collectors.mapping(Said::message, Collectors.toList())));
    }

    void lookAgain(Map<ChangedVisit, Instant> when) {
        if (!when.isEmpty()) {
            var later = Columns.of(List.copyOf(when.entrySet()));
            database.update(
                    LOOK_AGAIN,
                    later.texts(each -> each.getKey().appointmentId()),
                    later.instants(Map.Entry::getValue));
        }
    }

    void forget(String[] decided) {
        database.update(FORGET, (Object) decided);
    }

    private static ChangedVisit visit(ResultSet row) throws SQLException {
        return new ChangedVisit(
                row.getString("appointment_id"),
                row.getString("clinic_id"),
                row.getLong("plan_version"),
                row.getBoolean("cancelled"),
                instant(row, "starts_at"),
                instant(row, "changed_at"),
                CorrectionPolicy.valueOf(row.getString("corrections")),
                row.getBoolean("mails") ? null : quietHours(row),
                ZoneId.of(row.getString("zone")));
    }

    private static QuietHours quietHours(ResultSet row) throws SQLException {
        var from = row.getObject("quiet_from", LocalTime.class);
        return from == null
                ? null
                : new QuietHours(from, row.getObject("quiet_to", LocalTime.class));
    }

    private static EarlierMessage message(ResultSet row) throws SQLException {
        var reported = row.getString("reported");
        return new EarlierMessage(
                row.getLong("appointment_version"),
                row.getString("kind"),
                instant(row, "starts_at"),
                DeliveryKnowledge.of(
                        row.getBoolean("published"),
                        row.getBoolean("by_hand"),
                        row.getBoolean("possible_duplicate"),
                        reported == null ? null : PublicState.valueOf(reported)));
    }
}

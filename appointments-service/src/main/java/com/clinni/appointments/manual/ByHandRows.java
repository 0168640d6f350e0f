package com.clinni.appointments.manual;

import static com.clinni.appointments.Database.instant;

import com.clinni.appointments.Database;
import com.clinni.appointments.appointment.Appointment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The table of links that were given out, and of what people said of them. */
@ApplicationScoped
class ByHandRows {

    private static final String LINK_GIVEN =
            """
            INSERT INTO by_hand (appointment_id, plan_version, link_at) VALUES (?, ?, ?)
            ON CONFLICT (appointment_id, plan_version) DO UPDATE SET link_at = excluded.link_at
            """;

    private static final String SENT =
            """
            INSERT INTO by_hand (appointment_id, plan_version, sent_at, sent_by) VALUES (?, ?, ?, ?)
            ON CONFLICT (appointment_id, plan_version) DO UPDATE
            SET link_at = NULL, sent_at = excluded.sent_at, sent_by = excluded.sent_by
            """;

    private static final String NOT_SENT =
            "UPDATE by_hand SET link_at = NULL WHERE appointment_id = ? AND plan_version = ?";

    private static final String ONE =
            """
            SELECT link_at, sent_at FROM by_hand
            WHERE appointment_id = ? AND plan_version = ? FOR UPDATE
            """;

    private final Database database;

    ByHandRows(Database database) {
        this.database = database;
    }

    /**
     * What is known of one start of a visit.
     *
     * @param linkAt when a link was given out that nobody has said anything of yet, or null
     * @param sentAt when somebody last said that it was sent, or null
     */
    record Row(Instant linkAt, Instant sentAt) {

        /** A second press of the same button, with no new link in between, says nothing new. */
        boolean isSettled() {
            return sentAt != null && linkAt == null;
        }
    }

    void linkGiven(Appointment visit, Instant now) {
        database.update(LINK_GIVEN, visit.appointmentId(), visit.planVersion(), now);
    }

    void sent(Appointment visit, String by, Instant now) {
        database.update(SENT, visit.appointmentId(), visit.planVersion(), now, by);
    }

    void notSent(Appointment visit) {
        database.update(NOT_SENT, visit.appointmentId(), visit.planVersion());
    }

    /** Held until the transaction ends. */
    Optional<Row> of(Appointment visit) {
        return database
                .query(
                        ONE,
                        row -> new Row(instant(row, "link_at"), instant(row, "sent_at")),
                        visit.appointmentId(),
                        visit.planVersion())
                .stream()
                .findFirst();
    }
}

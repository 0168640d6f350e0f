package com.clinni.appointments.manual;

import com.clinni.appointments.Database;
import com.clinni.appointments.appointment.Appointment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

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
            WHERE by_hand.sent_at IS NULL OR by_hand.link_at IS NOT NULL
            """;

    private static final String NOT_SENT =
            "UPDATE by_hand SET link_at = NULL WHERE appointment_id = ? AND plan_version = ?";

    private final Database database;

    ByHandRows(Database database) {
        this.database = database;
    }

    void linkGiven(Appointment visit, Instant now) {
        database.update(LINK_GIVEN, visit.appointmentId(), visit.planVersion(), now);
    }

    /**
     * Keeps who sent it, and says whether that is news: a second press of the same button, with no
     * new link in between, is none, not even at the same moment.
     */
    boolean sent(Appointment visit, String by, Instant now) {
        return database.update(SENT, visit.appointmentId(), visit.planVersion(), now, by) > 0;
    }

    void notSent(Appointment visit) {
        database.update(NOT_SENT, visit.appointmentId(), visit.planVersion());
    }
}

package com.clinni.appointments.manual.sent;

import com.clinni.appointments.Database;
import com.clinni.appointments.appointment.Appointment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The table of links that were given out, and of what people said of them. */
@ApplicationScoped
public class ManualSendings {

    private static final String LINK_GIVEN =
            """
            INSERT INTO by_hand (appointment_id, plan_version, link_at) VALUES (?, ?, ?)
            ON CONFLICT (appointment_id, plan_version) DO UPDATE SET link_at = excluded.link_at
            """;

    /** Whoever loads the page anew may still have an older link in hand. */
    private static final String SPOKEN_OF =
            """
            SELECT plan_version FROM by_hand
            WHERE appointment_id = ? AND plan_version <= ? AND (link_at IS NOT NULL OR plan_version = ?)
            ORDER BY plan_version DESC LIMIT 1
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

    ManualSendings(Database database) {
        this.database = database;
    }

    public void linkGiven(Appointment visit, Instant now) {
        database.update(LINK_GIVEN, visit.appointmentId(), visit.planVersion(), now);
    }

    /**
     * Of which version's text somebody speaks who sees this one: the newest link in hand, else it.
     */
    long spokenOf(String appointmentId, long seen) {
        return database
                .query(SPOKEN_OF, row -> row.getLong("plan_version"), appointmentId, seen, seen)
                .stream()
                .findFirst()
                .orElse(seen);
    }

    /**
     * Keeps who sent it, and says whether that is news: a second press of the same button, with no
     * new link in between, is none, not even at the same moment.
     */
    boolean sent(String appointmentId, long version, String by, Instant now) {
        return database.update(SENT, appointmentId, version, now, by) > 0;
    }

    void notSent(String appointmentId, long version) {
        database.update(NOT_SENT, appointmentId, version);
    }
}

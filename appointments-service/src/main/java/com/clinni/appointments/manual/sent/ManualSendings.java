package com.clinni.appointments.manual.sent;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.Appointment;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** The table of links that were given out, and of what people said of them. */
@ApplicationScoped
public class ManualSendings {

    private static final Sql LINK_GIVEN = Sql.named("sent-by-hand/link-given");
    private static final Sql SPOKEN_OF = Sql.named("sent-by-hand/spoken-of");
    private static final Sql SENT = Sql.named("sent-by-hand/sent");
    private static final Sql NOT_SENT = Sql.named("sent-by-hand/not-sent");

    private final Database database;

    ManualSendings(Database database) {
        this.database = database;
    }

    public void linkGiven(Appointment visit, Instant now) {
        database.update(
                LINK_GIVEN,
                Map.of(
                        "clinicId", visit.clinicId(),
                        "appointmentId", visit.appointmentId(),
                        "version", visit.planVersion(),
                        "now", now));
    }

    /**
     * Of which version's text somebody speaks who sees this one: the newest link in hand, else it.
     */
    long spokenOf(VisitId visit, long seen) {
        return database.first(SPOKEN_OF, of(visit, seen), row -> row.number("plan_version"))
                .orElse(seen);
    }

    /**
     * Keeps who sent it, and says whether that is news: a second press of the same button, with no
     * new link in between, is none, not even at the same moment.
     */
    boolean sent(VisitId visit, long version, String by, Instant now) {
        return database.update(
                        SENT,
                        Map.of(
                                "clinicId", visit.clinicId(),
                                "appointmentId", visit.appointmentId(),
                                "version", version,
                                "now", now,
                                "by", by))
                > 0;
    }

    /** False where nobody had a link in hand. */
    boolean notSent(VisitId visit, long version) {
        return database.update(NOT_SENT, of(visit, version)) > 0;
    }

    private static Map<String, Object> of(VisitId visit, long version) {
        return Map.of(
                "clinicId", visit.clinicId(),
                "appointmentId", visit.appointmentId(),
                "version", version);
    }
}

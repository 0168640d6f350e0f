package com.clinni.appointments.forecast;

import com.clinni.appointments.TestDatabase;
import com.clinni.events.Channel;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Reminders of days gone by, as they stand in the tables when all is said of them. */
@ApplicationScoped
class PastReminders {

    private static final String VISIT =
            """
            INSERT INTO appointment (appointment_id, clinic_id, version, plan_version, cancelled, starts_at, patient_id)
            VALUES (?, ?, 1, 1, false, ?, 'p-1')
            """;

    private static final String SENT =
            """
            INSERT INTO reminder (reminder_id, appointment_id, appointment_version, clinic_id, rule, due_at,
                                  send_before, planned_at, planned_by, state, channel)
            SELECT gen_random_uuid(), ?, 1, ?, 'PT24H', ?::timestamptz - n * interval '1 minute', ?, ?, 'BOOKING', 'SENT', ?
            FROM generate_series(1, ?) n
            """;

    private static final String GIVEN_TO_WHATSAPP =
            """
            INSERT INTO reminder_history (reminder_id, generation, sequence, at, what, channel, attempts, possible_duplicate, clinic_id)
            SELECT reminder_id, 1, 1, due_at, 'FALLBACK', 'WHATSAPP', 1, false, clinic_id FROM reminder WHERE appointment_id = ?
            """;

    private static final String OUT_OF_SIGHT =
            """
            UPDATE reminder SET due_at = due_at - interval '1 year'
            WHERE due_at > ?::timestamptz - interval '40 days' AND due_at < ?::timestamptz + interval '40 days'
            """;

    private final TestDatabase database;

    PastReminders(TestDatabase database) {
        this.database = database;
    }

    /** What another test of this feature left behind. */
    void forget(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> database.update(OUT_OF_SIGHT, now, now));
    }

    /** So many that went by this channel and no other. */
    String of(String clinic, int many, Channel channel, Instant before) {
        var visit = "visit-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            database.update(VISIT, visit, clinic, before);
                            database.update(
                                    SENT,
                                    visit,
                                    clinic,
                                    before,
                                    before,
                                    before,
                                    channel.name(),
                                    many);
                        });
        return visit;
    }

    /** So many that WhatsApp had first. */
    void fellBack(String clinic, int many, Channel to, Instant before) {
        var visit = of(clinic, many, to, before);
        QuarkusTransaction.requiringNew().run(() -> database.update(GIVEN_TO_WHATSAPP, visit));
    }
}

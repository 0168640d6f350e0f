package com.clinni.appointments.appointment;

import com.clinni.appointments.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets what only repeats are recognised by, when repeats can no longer come. */
@ApplicationScoped
class IdRetention {

    /** Longer than dead letters are kept, which may be replayed until then. */
    private static final Duration EVENTS = Duration.ofDays(35);

    private static final Duration ANSWERS = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;

    IdRetention(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            identity = "forget-old-ids",
            every = "${forgetting.every:1h}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        var now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            database.update(
                                    "DELETE FROM appointment_event WHERE received_at < ?",
                                    now.minus(EVENTS));
                            database.update(
                                    "DELETE FROM idempotent_answer WHERE created_at < ?",
                                    now.minus(ANSWERS));
                        });
    }
}

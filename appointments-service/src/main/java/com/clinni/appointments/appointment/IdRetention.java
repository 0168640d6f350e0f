package com.clinni.appointments.appointment;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Deletes the ids by which repeats are recognised, when repeats can no longer come. */
@ApplicationScoped
class IdRetention {

    /** Longer than dead letters are kept, which may be replayed until then. */
    private static final Duration EVENTS = Duration.ofDays(35);

    private static final Duration ANSWERS = Duration.ofDays(7);

    /** Nobody imports an agenda again that is older. */
    private static final Duration AGENDAS = Duration.ofDays(35);

    private static final Sql FORGET_EVENTS = Sql.named("seen-events/forget-older");
    private static final Sql FORGET_ANSWERS = Sql.named("idempotent-answers/forget-older");

    private static final Sql FORGET_AGENDAS = Sql.named("agenda-visits/forget-older");

    private final Database database;
    private final Clock clock;

    IdRetention(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @ActsForService("forget-old-ids")
    @Scheduled(
            identity = "forget-old-ids",
            every = "${forgetting.every:1h}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        var now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            database.update(FORGET_EVENTS, Map.of("before", now.minus(EVENTS)));
                            database.update(FORGET_ANSWERS, Map.of("before", now.minus(ANSWERS)));
                            database.update(FORGET_AGENDAS, Map.of("before", now.minus(AGENDAS)));
                        });
    }
}

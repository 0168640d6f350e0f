package com.clinni.appointments.appointment;

import com.clinni.platform.database.Sql;
import com.clinni.platform.retention.RetentionRule;
import com.clinni.platform.retention.RetentionRules;
import jakarta.inject.Singleton;
import java.time.Period;
import java.util.List;

/** Ids by which repeats are recognised go when repeats can no longer come. */
@Singleton
class IdRetention implements RetentionRules {

    /** Longer than dead letters are kept, which may be replayed until then. */
    private static final Period EVENTS = Period.ofDays(35);

    private static final Period ANSWERS = Period.ofDays(7);

    /** Nobody imports an agenda again that is older. */
    private static final Period AGENDAS = Period.ofDays(35);

    @Override
    public List<RetentionRule> rules() {
        return List.of(
                new RetentionRule(
                        "event-ids",
                        Sql.named("retention/event-ids"),
                        Sql.named("retention/oldest-event-id"),
                        EVENTS),
                new RetentionRule(
                        "idempotent-answers",
                        Sql.named("retention/answers"),
                        Sql.named("retention/oldest-answer"),
                        ANSWERS),
                new RetentionRule(
                        "agenda-keys",
                        Sql.named("retention/agenda-keys"),
                        Sql.named("retention/oldest-agenda-key"),
                        AGENDAS));
    }
}

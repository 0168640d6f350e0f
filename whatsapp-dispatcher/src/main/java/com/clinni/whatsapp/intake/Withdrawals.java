package com.clinni.whatsapp.intake;

import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Transitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tombstones, and the messages that they stop. */
@ApplicationScoped
class Withdrawals {

    private static final Sql STORE = Sql.named("intake/store-withdrawals");
    private static final Sql WITHDRAW = Sql.named("intake/mark-withdrawn");
    private static final Sql SUPERSEDE = Sql.named("intake/mark-superseded");

    private final Database database;
    private final Transitions transitions;
    private final Clock clock;

    Withdrawals(Database database, Transitions transitions, Clock clock) {
        this.database = database;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Runs in the caller's transaction. */
    void store(List<ReminderWithdrawn> withdrawn) {
        if (withdrawn.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var ids = withdrawn.stream().map(ReminderWithdrawn::reminderId).toList();
        database.update(
                STORE,
                Map.of(
                        "reminderIds",
                        ids,
                        "clinicIds",
                        withdrawn.stream().map(ReminderWithdrawn::clinicId).toList(),
                        "reasons",
                        withdrawn.stream().map(ReminderWithdrawn::reason).toList(),
                        "ats",
                        withdrawn.stream().map(ReminderWithdrawn::at).toList(),
                        "now",
                        now));
        withdraw(WITHDRAW, Map.of("reminderIds", ids));
    }

    /**
     * Withdraws what belongs to an older version of these messages' appointments than is known by
     * now: the withdrawal of a moved visit and its new reminder travel apart, and either may be
     * first.
     */
    void ofOlderVersions(List<MessageReady> arrived) {
        withdraw(
                SUPERSEDE,
                Columns.of(arrived)
                        .put("clinicIds", message -> message.clinic().clinicId())
                        .put("appointmentIds", MessageReady::appointmentId)
                        .map());
    }

    /** What may be under way is only marked: once found unsent it goes no further. */
    private void withdraw(Sql mark, Map<String, ? extends @Nullable Object> values) {
        var moves =
                database
                        .query(
                                mark,
                                values,
                                row -> {
                                    var message = MessageFacts.read(row);
                                    return GiveUpPolicy.withdrawn(row.text("reason")).of(message);
                                })
                        .stream()
                        .filter(move -> move.message().state() == DeliveryState.WAITING)
                        .toList();
        transitions.move(moves, clock.instant());
    }
}

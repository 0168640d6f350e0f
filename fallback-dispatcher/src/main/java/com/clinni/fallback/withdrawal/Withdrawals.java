package com.clinni.fallback.withdrawal;

import com.clinni.events.ReminderWithdrawn;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tombstones of reminders that must not leave any more, whether or not they have arrived. */
@ApplicationScoped
class Withdrawals {

    private static final Sql STORE = Sql.file("withdrawal-store");
    private static final Sql LOCK = Sql.file("withdrawal-lock");

    private final Database database;

    Withdrawals(Database database) {
        this.database = database;
    }

    /**
     * From this commit on no claim takes them. A claim that holds one of their messages comes
     * first; one that gets hold of it later looks at the tombstones again.
     */
    void store(List<ReminderWithdrawn> withdrawn) {
        if (withdrawn.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            database.update(
                                    STORE,
                                    reminders(withdrawn)
                                            .column(
                                                    "ats",
                                                    "timestamptz",
                                                    withdrawn,
                                                    ReminderWithdrawn::at)
                                            .column(
                                                    "reasons",
                                                    "text",
                                                    withdrawn,
                                                    ReminderWithdrawn::reason));
                            database.query(LOCK, reminders(withdrawn), row -> row.uuid("id"));
                        });
    }

    private static Parameters reminders(List<ReminderWithdrawn> withdrawn) {
        return Parameters.none()
                .column("reminders", "uuid", withdrawn, ReminderWithdrawn::reminderId);
    }
}

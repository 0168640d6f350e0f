package com.clinni.fallback.fallback;

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

    private final Database database;

    Withdrawals(Database database) {
        this.database = database;
    }

    /** From this commit on no claim takes them. */
    void store(List<ReminderWithdrawn> withdrawn) {
        if (withdrawn.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.update(
                                        STORE,
                                        Parameters.none()
                                                .column(
                                                        "reminders",
                                                        "uuid",
                                                        withdrawn,
                                                        ReminderWithdrawn::reminderId)
                                                .column(
                                                        "ats",
                                                        "timestamptz",
                                                        withdrawn,
                                                        ReminderWithdrawn::at)));
    }
}

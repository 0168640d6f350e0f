package com.clinni.fallback.withdrawal;

import com.clinni.events.ReminderWithdrawn;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tombstones of reminders that must not leave any more, whether or not they have arrived. */
@ApplicationScoped
class Withdrawals {

    private static final Sql STORE = Sql.named("withdrawals/store");
    private static final Sql LOCK = Sql.named("messages/hold-received");

    private final Database database;

    Withdrawals(Database database) {
        this.database = database;
    }

    /**
     * Runs in the caller's transaction: from its commit on no claim takes them. A claim that holds
     * one of their messages comes first; one that gets hold of it later looks at the tombstones
     * again.
     */
    void store(List<ReminderWithdrawn> withdrawn) {
        database.update(
                STORE,
                reminders(withdrawn)
                        .put("clinics", ReminderWithdrawn::clinicId)
                        .put("ats", ReminderWithdrawn::at)
                        .put("reasons", ReminderWithdrawn::reason)
                        .map());
        database.query(LOCK, reminders(withdrawn).map(), row -> row.uuid("id"));
    }

    private static Columns<ReminderWithdrawn> reminders(List<ReminderWithdrawn> withdrawn) {
        return Columns.of(withdrawn).put("reminders", ReminderWithdrawn::reminderId);
    }
}

package com.clinni.appointments.kafka;

import com.clinni.appointments.Database;
import com.clinni.appointments.DatabaseTrouble;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether the database is there: a consumer waits for it, and no restart brings it back. */
@ApplicationScoped
class DatabasePresence {

    private final Database database;

    DatabasePresence(Database database) {
        this.database = database;
    }

    boolean isAway() {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> database.query("SELECT 1", row -> true).isEmpty());
        } catch (DatabaseTrouble | QuarkusTransactionException e) {
            return true;
        }
    }
}

package com.clinni.fallback.credit;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/**
 * The SMS accounts of clinics: segments bought, reserved, spent and left. Runs in the caller's
 * transaction.
 */
@ApplicationScoped
class SmsAccounts {

    private static final Sql TOP_UP = Sql.named("credit/top-up");
    private static final Sql TOPPED_UP = Sql.named("credit/topped-up");
    private static final Sql BALANCE = Sql.named("credit/balance");

    private final Database database;
    private final Clock clock;

    SmsAccounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In segments. Available is what a new SMS may use. */
    record Balance(int purchased, int reserved, int spent, int available) {

        static final Balance NOTHING = of(0, 0, 0);

        static Balance of(int purchased, int reserved, int spent) {
            return new Balance(purchased, reserved, spent, purchased - reserved - spent);
        }
    }

    /** What became of a top-up. */
    enum TopUp {
        ADDED,
        /** The same reference and segments were booked before. */
        REPEATED,
        /** The same reference was booked with other segments. */
        CONFLICT
    }

    TopUp topUp(String clinicId, int segments, String reference) {
        var paid =
                Map.of(
                        "clinic", clinicId,
                        "reference", reference,
                        "segments", segments,
                        "now", clock.instant());
        if (database.update(TOP_UP, paid) > 0) {
            return TopUp.ADDED;
        }
        var booked = database.query(TOPPED_UP, paid, row -> row.integer("segments")).getFirst();
        return booked == segments ? TopUp.REPEATED : TopUp.CONFLICT;
    }

    Balance balance(String clinicId) {
        return database.first(BALANCE, Map.of("clinic", clinicId), SmsAccounts::balance)
                .orElse(Balance.NOTHING);
    }

    private static Balance balance(Row row) throws SQLException {
        return Balance.of(row.integer("purchased"), row.integer("reserved"), row.integer("spent"));
    }
}

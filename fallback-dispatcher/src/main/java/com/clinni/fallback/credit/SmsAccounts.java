package com.clinni.fallback.credit;

import com.clinni.fallback.database.Columns;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What clinics have paid for and what is left. Runs in the caller's transaction. */
@ApplicationScoped
class SmsAccounts {

    private static final Sql TOP_UP = Sql.file("credit-top-up");
    private static final Sql TOPPED_UP = Sql.file("credit-topped-up");
    private static final Sql BALANCE = Sql.file("credit-balance");

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
        var about = Parameters.of("clinic", clinicId).and("reference", reference);
        if (database.update(TOP_UP, about.and("segments", segments).and("now", clock.instant()))
                > 0) {
            return TopUp.ADDED;
        }
        var booked = database.query(TOPPED_UP, about, row -> row.integer("segments")).getFirst();
        return booked == segments ? TopUp.REPEATED : TopUp.CONFLICT;
    }

    Balance balance(String clinicId) {
        return database
                .query(BALANCE, Parameters.of("clinic", clinicId), SmsAccounts::balance)
                .stream()
                .findFirst()
                .orElse(Balance.NOTHING);
    }

    private static Balance balance(Columns row) {
        return Balance.of(row.integer("purchased"), row.integer("reserved"), row.integer("spent"));
    }
}

package com.clinni.fallback.credit;

import com.clinni.fallback.sms.SmsConfig;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/**
 * The provider's balance, beside the credit that clinics have bought from us. While it is the lower
 * of the two, no SMS begins beyond it. Runs in the caller's transaction.
 */
@ApplicationScoped
public class ProviderBalance {

    private static final Sql BOOKS = Sql.named("provider-balance/books");
    private static final Sql TOLD = Sql.named("provider-balance/told");
    private static final Sql ODD = Sql.named("provider-balance/oddly-told");
    private static final Sql LOCK = Sql.named("provider-balance/lock");
    private static final Sql ROOM = Sql.named("provider-balance/room");

    private final Database database;
    private final SmsConfig config;

    ProviderBalance(Database database, SmsConfig config) {
        this.database = database;
        this.config = config;
    }

    /** All clinics together, in segments. */
    record Books(long spent, long remaining) {}

    private record Room(boolean odd, boolean bounded, long segments) {}

    Books books() {
        return database.query(
                        BOOKS,
                        Map.of(),
                        row -> new Books(row.number("spent"), row.number("remaining")))
                .getFirst();
    }

    /**
     * The provider has so many left.
     *
     * @param before the books as they were when it was asked
     */
    void told(long segments, Books before, Instant askedAt) {
        database.update(
                TOLD,
                Map.of(
                        "segments",
                        segments,
                        "spent",
                        before.spent(),
                        "remaining",
                        before.remaining(),
                        "askedAt",
                        askedAt));
    }

    /** The provider said something that is no balance. */
    void oddlyTold(Instant askedAt) {
        database.update(ODD, Map.of("askedAt", askedAt));
    }

    /**
     * What the caller's claim may begin. Where there is a limit it is the caller's alone until its
     * transaction ends, so that two claims cannot both use the last of it.
     */
    public Allowance allowance(Instant now) {
        if (config.balanceUrl().isEmpty()) {
            return Allowance.unlimited();
        }
        var since = now.minus(config.balanceHoldsFor());
        var room = room(since);
        if (room.odd()) {
            return Allowance.stopped();
        }
        if (!room.bounded()) {
            return Allowance.unlimited();
        }
        database.query(LOCK, Map.of(), row -> row.flag("only_one"));
        return Allowance.of(room(since).segments());
    }

    private Room room(Instant since) {
        return database.query(
                        ROOM,
                        Map.of("since", since),
                        row -> new Room(row.flag("odd"), row.flag("bounded"), row.number("room")))
                .getFirst();
    }
}

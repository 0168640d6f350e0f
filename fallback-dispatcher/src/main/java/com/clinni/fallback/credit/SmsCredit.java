package com.clinni.fallback.credit;

import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The ledger of prepaid segments. Reserved plus spent never exceeds what was purchased: reserving
 * is one conditional update, never a read and a write, and a constraint stands behind it. Runs in
 * the caller's transaction.
 */
@ApplicationScoped
public class SmsCredit {

    private static final Sql RESERVE = Sql.file("credit-reserve");
    private static final Sql SPEND = Sql.file("credit-spend");
    private static final Sql HELD = Sql.file("credit-held");
    private static final Sql RELEASE = Sql.file("credit-release");

    private final Database database;
    private final Clock clock;
    private final MeterRegistry metrics;

    SmsCredit(Database database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Holds segments for a message, or says that the clinic's credit does not cover them. */
    public boolean reserve(String clinicId, UUID messageId, int segments) {
        var reserved =
                !database.query(
                                RESERVE,
                                settlement(messageId, "SEND")
                                        .and("clinic", clinicId)
                                        .and("segments", segments),
                                row -> row.number("id"))
                        .isEmpty();
        if (!reserved) {
            metrics.counter("clinni.sms.credit.rejected").increment();
        }
        return reserved;
    }

    /** How many segments are held for a message; null when none are, or not any more. */
    public Integer held(UUID messageId) {
        return database
                .query(
                        HELD,
                        Parameters.of("message", messageId),
                        row -> (Integer) row.integer("segments"))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** What was held for a message is spent. Nothing held, nothing happens. */
    public void spend(UUID messageId, String reason) {
        spendAll(List.of(messageId), reason);
    }

    /** What was held for any of these messages is spent. */
    public void spendAll(Collection<UUID> messageIds, String reason) {
        database.query(
                SPEND,
                Parameters.of("reason", reason)
                        .and("now", clock.instant())
                        .column("messages", "uuid", messageIds, id -> id),
                row -> row.number("id"));
    }

    /** What was held for a message is free again. Nothing held, nothing happens. */
    public void release(UUID messageId, String reason) {
        database.query(RELEASE, settlement(messageId, reason), row -> row.number("id"));
    }

    private Parameters settlement(UUID messageId, String reason) {
        return Parameters.of("message", messageId)
                .and("reason", reason)
                .and("now", clock.instant());
    }
}

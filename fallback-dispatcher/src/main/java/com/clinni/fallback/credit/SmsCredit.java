package com.clinni.fallback.credit;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of prepaid segments. Reserved plus spent never exceeds what was purchased: reserving
 * is one conditional update, never a read and a write, and a constraint stands behind it. Runs in
 * the caller's transaction.
 */
@ApplicationScoped
public class SmsCredit {

    private static final Sql RESERVE = Sql.named("credit/reserve");
    private static final Sql SPEND = Sql.named("credit/spend");
    private static final Sql HELD = Sql.named("credit/held");
    private static final Sql LEFT = Sql.named("credit/left-among");
    private static final Sql RELEASE = Sql.named("credit/release");

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
                                Map.of(
                                        "message", messageId,
                                        "reason", "SEND",
                                        "now", clock.instant(),
                                        "clinic", clinicId,
                                        "segments", segments),
                                row -> row.number("id"))
                        .isEmpty();
        if (!reserved) {
            metrics.counter("clinni.sms.credit.rejected").increment();
        }
        return reserved;
    }

    /** Begins a look at many messages: what each clinic has left, for those before them counted. */
    public CreditEstimate estimate() {
        return new CreditEstimate(this::leftAmong);
    }

    private Map<String, Integer> leftAmong(Collection<String> clinicIds) {
        record Left(String clinicId, int segments) {}
        return database
                .query(
                        LEFT,
                        Map.of("clinics", clinicIds),
                        row -> new Left(row.text("clinic_id"), row.integer("segments")))
                .stream()
                .collect(Collectors.toMap(Left::clinicId, Left::segments));
    }

    /** The number of segments held for a message, if any still are. */
    public @Nullable Integer held(UUID messageId) {
        return database.first(HELD, Map.of("message", messageId), row -> row.integer("segments"))
                .orElse(null);
    }

    /** Spends what was held for a message. Nothing held, nothing happens. */
    public void spend(UUID messageId, String reason) {
        spendAll(List.of(messageId), reason);
    }

    /**
     * Spends what was held for any of these messages. A transaction with several of them asks once,
     * so that the clinics' rows are locked in one order.
     */
    public void spendAll(Collection<UUID> messageIds, String reason) {
        database.query(
                SPEND,
                Map.of("reason", reason, "now", clock.instant(), "messages", messageIds),
                row -> row.number("id"));
    }

    /** Frees what was held for a message. Nothing held, nothing happens. */
    public void release(UUID messageId, String reason) {
        database.query(RELEASE, settlement(messageId, reason), row -> row.number("id"));
    }

    private Map<String, Object> settlement(UUID messageId, String reason) {
        return Map.of("message", messageId, "reason", reason, "now", clock.instant());
    }
}

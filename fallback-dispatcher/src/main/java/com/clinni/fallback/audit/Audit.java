package com.clinni.fallback.audit;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The audit trail: one row for each action of a person, written in the same transaction as the
 * action itself.
 */
@ApplicationScoped
public class Audit {

    /** Who acts while there is no sign-in. */
    public static final String LOCAL = "local";

    private static final Sql ADD = Sql.named("audit/add");
    private static final Sql LIST = Sql.named("audit/newest");

    private final Database database;
    private final Clock clock;

    Audit(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One thing a person did. */
    public record Entry(
            long id,
            Instant at,
            String who,
            String action,
            String subject,
            String reason,
            String detail) {}

    /**
     * Remembers an action.
     *
     * @param subject an id, never contact data
     * @param detail counts or codes, never contact data
     */
    public void record(String action, String subject, String reason, String detail) {
        database.update(
                ADD,
                Map.of(
                        "at", clock.instant(),
                        "who", LOCAL,
                        "action", action,
                        "subject", subject,
                        "reason", reason,
                        "detail", detail));
    }

    List<Entry> newest(int offset, int limit) {
        return database.query(LIST, Map.of("offset", offset, "limit", limit), Audit::entry);
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.number("id"),
                row.instant("at"),
                row.text("who"),
                row.text("action"),
                row.text("subject"),
                row.text("reason"),
                row.text("detail"));
    }
}

package com.clinni.whatsapp.line.outage;

import com.clinni.events.OutageChanged;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import com.clinni.whatsapp.message.Origins;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * Outages, each written down and told to other services in the transaction that changes its line.
 */
@ApplicationScoped
public class Outages {

    private static final Sql BEGIN = Sql.named("outages/begin");
    private static final Sql END = Sql.named("outages/end");

    private final Database database;
    private final Outbox outbox;

    Outages(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** A line cannot send from now on. Runs in the caller's transaction. */
    public void begin(String line, Instant at, String cause) {
        change(BEGIN, Map.of("line", line, "at", at, "cause", cause));
    }

    /** A line can send again. Runs in the caller's transaction. */
    public void end(String line, Instant at) {
        change(END, Map.of("line", line, "at", at));
    }

    private void change(Sql sql, Map<String, ?> values) {
        outbox.add(
                database.query(sql, values, Outages::read).stream().map(Outages::event).toList());
    }

    private static Publication event(OutageChanged outage) {
        var at = outage.endedAt() == null ? outage.beganAt() : outage.endedAt();
        return Publication.of(outage, Origins.SOURCE, at);
    }

    private static OutageChanged read(Row row) throws SQLException {
        return new OutageChanged(
                row.text("line"),
                row.instant("began_at"),
                row.instant("ended_at"),
                row.text("cause"));
    }
}

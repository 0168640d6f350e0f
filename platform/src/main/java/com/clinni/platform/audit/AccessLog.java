package com.clinni.platform.audit;

import com.clinni.events.audit.AuditOutcome;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access log: one row for each thing that the current caller did or read. A row is written in
 * the transaction that is open, so that it stands if, and only if, the change does. Rows are never
 * changed, and go when they are two years old.
 */
@ApplicationScoped
public class AccessLog {

    private static final Sql ADD = Sql.named("access-log/add");

    private final Database database;
    private final Clock clock;

    AccessLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** It was done, if the open transaction commits. */
    public void done(AccessEntry entry) {
        add(entry, AuditOutcome.DONE);
        request().ifPresent(RequestRecord::written);
    }

    /** One row, and nothing remembered of it. */
    void add(AccessEntry entry, AuditOutcome outcome) {
        var caller = CurrentCaller.get();
        var values = new HashMap<String, @Nullable Object>();
        values.put("at", clock.instant());
        values.put("subject", caller.subject());
        values.put("role", caller.rolesOnRecord());
        values.put("clinicId", entry.clinicId());
        values.put("action", entry.action());
        values.put("subjectId", entry.subjectId());
        values.put("reason", entry.reason());
        values.put("outcome", outcome);
        values.put("requestId", request().map(RequestRecord::id).orElse(null));
        database.update(ADD, values);
    }

    private static Optional<RequestRecord> request() {
        var container = Arc.container();
        return container != null && container.requestContext().isActive()
                ? Optional.of(container.instance(RequestRecord.class).get())
                : Optional.empty();
    }
}

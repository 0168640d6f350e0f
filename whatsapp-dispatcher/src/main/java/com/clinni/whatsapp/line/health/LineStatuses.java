package com.clinni.whatsapp.line.health;

import com.clinni.events.Cause;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.line.health.LineStatus.Pause;
import com.clinni.whatsapp.line.outage.Outages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The lines' rows, which all pods share, and the outages that their changes begin and end. */
@ApplicationScoped
public class LineStatuses {

    private static final Logger LOG = Logger.getLogger(LineStatuses.class);
    private static final Sql OPEN = Sql.named("lines/open");
    private static final Sql READ = Sql.named("lines/read");
    private static final Sql NOTHING_TO_TRY_WITH = Sql.named("lines/nothing-to-try-with");
    private static final Sql LOCK = Sql.named("lines/lock");
    private static final Sql WRITE = Sql.named("lines/write");
    private static final Sql PUSH_BACK = Sql.named("lines/push-back");

    private final Database database;
    private final Outages outages;
    private final AccessLog log;
    private final Clock clock;

    LineStatuses(Database database, Outages outages, AccessLog log, Clock clock) {
        this.database = database;
        this.outages = outages;
        this.log = log;
        this.clock = clock;
    }

    public void open(Collection<String> names) {
        database.update(OPEN, Map.of("names", names, "now", clock.instant()));
    }

    /** How a line stands now. */
    public LineStatus status(String line) {
        return database.first(READ, Map.of("line", line), LineStatuses::read).orElseThrow();
    }

    /** Nothing of this line is sent before that. */
    public void pushBack(String line, Instant until) {
        database.update(PUSH_BACK, Map.of("line", line, "until", until));
    }

    /** Whether calls failed longer ago than that, and no message is due that could try again. */
    boolean hasNothingToTryWith(String line, Duration probeEvery) {
        return database.first(
                        NOTHING_TO_TRY_WITH,
                        Map.of(
                                "line",
                                line,
                                "probeSeconds",
                                (double) probeEvery.toSeconds(),
                                "now",
                                clock.instant()),
                        row -> row.text("name"))
                .isPresent();
    }

    /** Changes a line's status under its lock; empty when nothing changed. */
    public Optional<LineStatus> change(
            String line, BiFunction<LineStatus, Instant, LineStatus> change) {
        return QuarkusTransaction.requiringNew().call(() -> changeLocked(line, change));
    }

    /** As {@link #change}, at the wish of the caller, which is recorded if it changed anything. */
    public void changeFor(
            AccessEntry wish, String line, BiFunction<LineStatus, Instant, LineStatus> change) {
        QuarkusTransaction.requiringNew()
                .run(() -> changeLocked(line, change).ifPresent(_ -> log.done(wish)));
    }

    private Optional<LineStatus> changeLocked(
            String line, BiFunction<LineStatus, Instant, LineStatus> change) {
        var before = database.first(LOCK, Map.of("line", line), LineStatuses::read).orElseThrow();
        // read under the lock: whoever waited for it comes after who had it
        var now = clock.instant();
        var after = change.apply(before, now);
        if (after.equals(before)) {
            return Optional.empty();
        }
        database.update(WRITE, values(line, after, now));
        if (before.outageSince() == null && after.outageSince() != null) {
            outages.begin(line, now, after.outageName());
        } else if (before.outageSince() != null && after.outageSince() == null) {
            outages.end(line, now);
        }
        LOG.infof(
                "line %s: %s to %s, cause %s", line, before.state(), after.state(), after.cause());
        return Optional.of(after);
    }

    private static Map<String, @Nullable Object> values(
            String line, LineStatus status, Instant now) {
        var pause = status.pause();
        var values = new HashMap<String, @Nullable Object>();
        values.put("line", line);
        values.put("now", now);
        values.put("health", status.health());
        values.put("by", status.by());
        values.put("cause", status.cause());
        values.put("since", status.since());
        values.put("pausedSince", pause == null ? null : pause.since());
        values.put("pauseReason", pause == null ? null : pause.reason());
        values.put("pauseWaits", pause != null && pause.waits());
        values.put("outageSince", status.outageSince());
        return values;
    }

    private static LineStatus read(Row row) throws SQLException {
        var pausedSince = row.instant("paused_since");
        return new LineStatus(
                row.constant("health", Health.class),
                row.constant("health_by", HealthSource.class),
                row.constant("health_cause", Cause.class),
                row.instant("health_since"),
                pausedSince == null
                        ? null
                        : new Pause(pausedSince, row.text("pause_reason"), row.flag("pause_waits")),
                row.instant("outage_since"));
    }
}

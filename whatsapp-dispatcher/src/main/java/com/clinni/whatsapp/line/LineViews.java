package com.clinni.whatsapp.line;

import com.clinni.whatsapp.database.Database;
import com.clinni.whatsapp.database.Row;
import com.clinni.whatsapp.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads lines for people. */
@ApplicationScoped
class LineViews {

    private static final Sql VIEW = Sql.named("view-lines");
    private static final Duration CONFIRMED_WITHIN = Duration.ofHours(1);

    private final Database database;
    private final Clock clock;

    LineViews(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<LineView> all() {
        var now = clock.instant();
        return database.query(
                VIEW, Map.of("now", now, "since", now.minus(CONFIRMED_WITHIN)), LineViews::read);
    }

    LineView one(String line) {
        return all().stream().filter(view -> view.line().equals(line)).findFirst().orElseThrow();
    }

    private static LineView read(Row row) throws SQLException {
        var accepted = row.number("accepted");
        var paused = row.instant("paused_since") != null;
        return new LineView(
                row.text("name"),
                row.constant("state", LineState.class),
                paused ? row.instant("paused_since") : row.instant("health_since"),
                row.text("health_cause"),
                row.text("pause_reason"),
                paused ? row.flag("pause_waits") : null,
                row.instant("outage_since"),
                row.integer("sent_today"),
                null,
                accepted == 0 ? null : (double) row.number("confirmed") / accepted,
                row.number("waiting"),
                row.instant("next_send_at"));
    }
}

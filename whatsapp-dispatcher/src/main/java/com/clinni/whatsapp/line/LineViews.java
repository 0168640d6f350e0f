package com.clinni.whatsapp.line;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.line.LineView.LastWebhooks;
import com.clinni.whatsapp.line.health.LineState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads lines for people. */
@ApplicationScoped
class LineViews {

    private static final Sql VIEW = Sql.named("lines/view");

    private final Database database;
    private final Clock clock;
    private final WhatsAppConfig config;

    LineViews(Database database, Clock clock, WhatsAppConfig config) {
        this.config = config;
        this.database = database;
        this.clock = clock;
    }

    List<LineView> all() {
        var now = clock.instant();
        return database.query(
                VIEW, Map.of("now", now, "recent", config.recentMessages()), this::read);
    }

    LineView one(String line) {
        return all().stream().filter(view -> view.line().equals(line)).findFirst().orElseThrow();
    }

    private LineView read(Row row) throws SQLException {
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
                row.integer("exposed"),
                Optional.ofNullable(config.lines().get(row.text("name")))
                        .map(LineConfig::exposedAtMost)
                        .orElse(null),
                row.number("waiting"),
                row.instant("next_send_at"),
                new LastWebhooks(
                        row.instant("message_told"),
                        row.instant("edited_message_told"),
                        row.instant("any_message_told"),
                        row.instant("receipt_told"),
                        row.instant("session_told")));
    }
}

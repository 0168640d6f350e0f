package com.clinni.whatsapp.inbound;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.waha.WahaWebhook;
import com.clinni.whatsapp.line.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks that were taken: each once, however often its signed bytes come and to whichever node.
 * What is said of a session holds for minutes only, and never against what was said after it.
 */
@ApplicationScoped
class TakenWebhooks {

    private static final Sql KEEP = Sql.named("inbound/keep-webhook-event");
    private static final Sql TAKE_SESSION = Sql.named("inbound/take-session");

    /** A day less than ids are remembered: by so much a gateway's clock may be ahead. */
    private static final Duration MEMORY = Duration.ofDays(7);

    private static final Duration MOST_AHEAD = Duration.ofDays(1);
    private static final Duration SESSION_HOLDS = Duration.ofMinutes(5);

    private final Database database;
    private final Clock clock;

    TakenWebhooks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether a repeat of it would be recognised; else it may be one itself. */
    boolean remembers(WahaWebhook webhook) {
        var at = webhook.at();
        return at != null && isWithin(at, MEMORY, MOST_AHEAD);
    }

    /** Remembers it in the caller's transaction; false when it was taken before. */
    boolean add(Line line, WahaWebhook webhook) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", webhook.id());
        values.put("line", line.name());
        values.put("kind", webhook.kind());
        values.put("now", clock.instant());
        return database.update(KEEP, values) > 0;
    }

    /** Whether it tells of the session as it is now; in the caller's transaction. */
    boolean isSessionNews(Line line, WahaWebhook webhook) {
        var at = webhook.at();
        return at != null
                && isWithin(at, SESSION_HOLDS, SESSION_HOLDS)
                && database.update(TAKE_SESSION, Map.of("line", line.name(), "at", at)) > 0;
    }

    private boolean isWithin(Instant at, Duration before, Duration after) {
        var now = clock.instant();
        return !at.isBefore(now.minus(before)) && !at.isAfter(now.plus(after));
    }
}

package com.clinni.whatsapp.message;

import com.clinni.events.Cause;
import com.clinni.platform.database.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits and may be stranded on its line.
 *
 * @param heldUntil the end of the quiet hours that last held it up
 * @param fallbackAfter for how long its clinic lets a line be down
 * @param wasTried whether sending it failed before
 * @param quietUntil the end of the quiet hours it is in
 * @param outageSince since when its line cannot send
 * @param lineWaits whether a person paused the line and said that its messages wait
 * @param lineCause why the line is not able
 */
public record StrandedMessage(
        MessageFacts message,
        Instant dueAt,
        Instant heldUntil,
        Duration fallbackAfter,
        boolean wasTried,
        @Nullable Instant quietUntil,
        @Nullable Instant outageSince,
        boolean lineWaits,
        @Nullable Cause lineCause) {

    public static StrandedMessage read(Row row) throws SQLException {
        return new StrandedMessage(
                MessageFacts.read(row),
                row.instant("due_at"),
                row.instant("held_until"),
                Duration.ofMillis(row.number("fallback_after_ms")),
                row.flag("was_tried"),
                row.instant("quiet_until"),
                row.instant("outage_since"),
                row.flag("line_waits"),
                row.constant("line_cause", Cause.class));
    }

    boolean isLineDown() {
        return outageSince != null;
    }

    boolean isQuiet() {
        return quietUntil != null;
    }

    /** From when on its line's outage counts. */
    Instant couldLeaveAt() {
        var from = dueAt.isBefore(heldUntil) ? heldUntil : dueAt;
        return outageSince != null && from.isBefore(outageSince) ? outageSince : from;
    }

    Cause why() {
        return Optional.ofNullable(lineCause)
                .or(() -> Optional.ofNullable(message.cause()))
                .orElse(Cause.LINE_DOWN);
    }
}

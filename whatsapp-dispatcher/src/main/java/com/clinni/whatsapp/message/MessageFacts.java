package com.clinni.whatsapp.message;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.platform.database.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a message that decide what becomes of it, read while its row is locked.
 *
 * @param cause why it came into its state
 * @param fallbackReaches whether its patient has an address that the fallback may use
 * @param withdrawn whether it was withdrawn, also while it was under way
 * @param optedOut whether its number wants to hear nothing more over its line
 */
public record MessageFacts(
        UUID reminderId,
        int generation,
        int leaseEpoch,
        DeliveryState state,
        @Nullable Cause cause,
        Fallback fallback,
        boolean fallbackReaches,
        Instant sendBefore,
        boolean withdrawn,
        boolean optedOut) {

    public static MessageFacts read(Row row) throws SQLException {
        return new MessageFacts(
                row.uuid("reminder_id"),
                row.integer("generation"),
                row.integer("lease_epoch"),
                row.constant("state", DeliveryState.class),
                row.constant("cause", Cause.class),
                row.constant("fallback", Fallback.class),
                row.flag("fallback_reaches"),
                row.instant("send_before"),
                row.flag("withdrawn"),
                row.flag("opted_out"));
    }

    /** Whether something may take its place: its clinic wants it, and so does its number. */
    public boolean mayFallBack() {
        return fallback != Fallback.NONE && !optedOut;
    }

    public boolean isTooLate(Instant now) {
        return !now.isBefore(sendBefore);
    }

    /** Whether so little time is left that somebody else must know. */
    boolean isLastCall(Duration lastCall, Instant now) {
        return !now.isBefore(sendBefore.minus(lastCall));
    }
}

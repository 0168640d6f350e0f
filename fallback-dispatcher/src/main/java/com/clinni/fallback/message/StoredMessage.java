package com.clinni.fallback.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.platform.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as its row holds it.
 *
 * @param diedOf why WhatsApp, or whoever had it first, gave it up
 * @param attempts how often it was tried on the channel in use
 * @param resent whether it was sent again after a doubt
 * @param epoch who acts on an older one changes nothing
 */
public record StoredMessage(
        UUID id,
        RecordSubject subject,
        byte[] headers,
        byte @Nullable [] value,
        DeliveryState state,
        @Nullable Channel channel,
        @Nullable Cause cause,
        @Nullable Cause diedOf,
        ChannelFailures failures,
        int attempts,
        boolean possibleDuplicate,
        boolean resent,
        @Nullable Instant doubtSince,
        @Nullable Instant sendBefore,
        boolean withdrawn,
        int epoch) {

    public static StoredMessage of(Row row) throws SQLException {
        return new StoredMessage(
                row.uuid("id"),
                subject(row),
                row.bytes("record_headers"),
                row.bytes("record_value"),
                row.constant("state", DeliveryState.class),
                row.constant("channel", Channel.class),
                row.constant("cause", Cause.class),
                row.constant("died_of", Cause.class),
                new ChannelFailures(
                        row.constant("email_failed", Cause.class),
                        row.constant("sms_failed", Cause.class)),
                row.integer("attempts"),
                row.flag("possible_duplicate"),
                row.flag("resent"),
                row.instant("doubt_since"),
                row.instant("send_before"),
                row.flag("withdrawn"),
                row.integer("epoch"));
    }

    static RecordSubject subject(Row row) throws SQLException {
        return new RecordSubject(
                row.uuid("reminder_id"),
                row.text("appointment_id"),
                row.number("appointment_version"),
                row.text("clinic_id"),
                row.integer("generation"));
    }

    /** The channel of a message that is on its way. */
    public Channel channelInUse() {
        return Objects.requireNonNull(channel, "a message without a channel");
    }

    /** Names the row, not the patient. */
    @Override
    public String toString() {
        return "StoredMessage[" + id + "]";
    }
}

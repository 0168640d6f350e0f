package com.clinni.fallback.replay;

import com.clinni.events.kafka.DeadLetters;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.platform.database.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as a replay sees it.
 *
 * @param topic where it died
 * @param lineIsOut whether its WhatsApp line cannot send, as far as we were told
 * @param delivered whether its patient has the message, whoever brought it
 * @param inDoubt whether its patient may have it
 * @param erased whether its record was deleted
 */
record ReplayCandidate(
        StoredMessage message,
        String topic,
        byte @Nullable [] key,
        boolean lineIsOut,
        boolean delivered,
        boolean inDoubt,
        boolean erased) {

    static ReplayCandidate of(Row row) throws SQLException {
        return new ReplayCandidate(
                StoredMessage.of(row),
                row.text("record_topic"),
                row.bytes("record_key"),
                row.flag("line_is_out"),
                row.flag("delivered"),
                row.flag("in_doubt"),
                row.text("record_gone") != null);
    }

    UUID id() {
        return message.id();
    }

    /** The record as it came, as the next generation. */
    Publication again() {
        return DeadLetters.replay(
                id(),
                topic,
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                StoredHeaders.unpack(message.headers()),
                message.value(),
                message.subject().generation() + 1);
    }
}

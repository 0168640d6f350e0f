package com.clinni.fallback.deadletter;

import com.clinni.events.MessageReady;
import com.clinni.events.Reading;
import com.clinni.events.Recipient;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads to whom dead letters were to go, from the bytes that were kept: those that nobody can read,
 * and those that have been deleted, go to nobody.
 */
@ApplicationScoped
class DeadLetterContacts {

    private static final Sql BYTES = Sql.named("messages/bytes");

    private final Database database;
    private final ReadyMessages messages;

    DeadLetterContacts(Database database, ReadyMessages messages) {
        this.database = database;
        this.messages = messages;
    }

    /** One statement for all of them. */
    Map<UUID, Recipient> of(Collection<UUID> ids) {
        return database.query(BYTES, Map.of("ids", ids), this::read).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Map.Entry<UUID, Recipient>> read(Row row) throws SQLException {
        var headers = StoredHeaders.unpack(row.bytes("record_headers"));
        return messages.read(headers, row.bytes("record_value"))
                        instanceof Reading.Read<MessageReady>(var ready)
                ? Optional.of(Map.entry(row.uuid("id"), ready.recipient()))
                : Optional.empty();
    }
}

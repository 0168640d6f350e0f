package com.clinni.whatsapp.reply;

import com.clinni.events.EventReader;
import com.clinni.events.MessageReady;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The clinics that wrote to a number lately: each clinic's last message, read from its record. */
@ApplicationScoped
public class Correspondence {

    private static final Sql LAST = Sql.named("replies/correspondence");

    private final EventReader<MessageReady> reader =
            new EventReader<>(MessageReady.class, Topics.WHATSAPP_READY);
    private final Database database;

    Correspondence(Database database) {
        this.database = database;
    }

    /** A message that reached WhatsApp: over which line, to whom, when, and what it was. */
    public record PreviousMessage(
            String line, String phone, UUID reminderId, Instant sentAt, MessageReady message) {

        @Override
        public String toString() {
            return "PreviousMessage[" + reminderId + "]";
        }
    }

    /**
     * The last message of each clinic to each number since then, and those that are quoted however
     * old they are.
     */
    public List<PreviousMessage> with(
            Collection<String> phones, Collection<UUID> quoted, Instant since) {
        var values = new HashMap<String, Object>();
        values.put("phones", phones);
        values.put("quoted", quoted);
        values.put("since", since);
        return database.query(LAST, values, this::read).stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<PreviousMessage> read(Row row) throws SQLException {
        var headers = StoredHeaders.unpack(row.bytes("record_headers"));
        return switch (reader.read(headers, row.bytes("record_value"))) {
            case Reading.Read<MessageReady>(var message) ->
                    Optional.of(
                            new PreviousMessage(
                                    row.text("line"),
                                    row.text("phone"),
                                    row.uuid("reminder_id"),
                                    row.instant("accepted_at"),
                                    message));
            case Reading.Rejected<MessageReady> _ -> Optional.empty();
        };
    }
}

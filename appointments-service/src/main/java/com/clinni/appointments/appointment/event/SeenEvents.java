package com.clinni.appointments.appointment.event;

import com.clinni.appointments.Columns;
import com.clinni.appointments.Database;
import com.clinni.appointments.appointment.ContentHash;
import com.clinni.events.kafka.CloudEventHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the ids of events were used for, so that a repeated event does nothing twice. */
@ApplicationScoped
class SeenEvents {

    private static final String REMEMBER =
            """
            INSERT INTO appointment_event (source, event_id, value_hash, received_at)
            SELECT source, event_id, value_hash, ? FROM unnest(?::text[], ?::text[], ?::bytea[])
                AS e (source, event_id, value_hash)
            ORDER BY source, event_id
            ON CONFLICT DO NOTHING
            RETURNING source, event_id
            """;

    private static final String KNOWN =
            """
            SELECT source, event_id, value_hash FROM appointment_event
            JOIN unnest(?::text[], ?::text[]) AS e (source, event_id) USING (source, event_id)
            """;

    private static final String FORGET =
            "DELETE FROM appointment_event WHERE source = ? AND event_id = ?";

    private final Database database;

    SeenEvents(Database database) {
        this.database = database;
    }

    /** Whether an event's id came before, and with what. */
    enum Seen {
        NEVER,
        JUST_SO,
        OTHERWISE
    }

    private record Id(String source, String event) {}

    private record Use(Id id, byte[] hash) {}

    /** Remembers these events and says of each, in order, whether it was seen before. */
    List<Seen> remember(List<ConsumerRecord<String, byte[]>> records, Instant now) {
        var uses =
                records.stream()
                        .map(each -> new Use(idOf(each), ContentHash.of(each.value())))
                        .toList();
        var first = new HashMap<Id, Use>();
        uses.forEach(use -> first.putIfAbsent(use.id(), use));
        var columns = Columns.of(List.copyOf(first.values()));
        var fresh =
                new ArrayList<>(
                        database.query(
                                REMEMBER,
                                row -> new Id(row.getString(1), row.getString(2)),
                                now,
                                columns.texts(use -> use.id().source()),
                                columns.texts(use -> use.id().event()),
                                columns.bytes(Use::hash)));
        var known = known(columns);
        return uses.stream().map(use -> seen(use, fresh, known)).toList();
    }

    private static Seen seen(Use use, List<Id> fresh, Map<Id, byte[]> known) {
        if (!Arrays.equals(known.get(use.id()), use.hash())) {
            return Seen.OTHERWISE;
        }
        return fresh.remove(use.id()) ? Seen.NEVER : Seen.JUST_SO;
    }

    void forget(ConsumerRecord<String, byte[]> record) {
        var id = idOf(record);
        database.update(FORGET, id.source(), id.event());
    }

    private Map<Id, byte[]> known(Columns<Use> columns) {
        var known = new HashMap<Id, byte[]>();
        database.query(
                KNOWN,
                row ->
                        known.put(
                                new Id(row.getString("source"), row.getString("event_id")),
                                row.getBytes("value_hash")),
                columns.texts(use -> use.id().source()),
                columns.texts(use -> use.id().event()));
        return known;
    }

    private static Id idOf(ConsumerRecord<String, byte[]> record) {
        var headers = record.headers();
        return new Id(
                CloudEventHeaders.text(headers, CloudEventHeaders.SOURCE).orElse(""),
                CloudEventHeaders.text(headers, CloudEventHeaders.ID).orElse(""));
    }
}

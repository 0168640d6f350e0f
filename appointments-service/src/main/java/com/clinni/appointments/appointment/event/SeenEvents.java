package com.clinni.appointments.appointment.event;

import com.clinni.appointments.appointment.ContentHash;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Remembers the ids of events and a hash of their content, so that a repeated event does nothing
 * twice. An id is its clinic's and its source's: the events of two clinics may have the same one.
 */
@ApplicationScoped
class SeenEvents {

    private static final Sql REMEMBER = Sql.named("seen-events/remember");
    private static final Sql KNOWN = Sql.named("seen-events/known");
    private static final Sql FORGET = Sql.named("seen-events/forget");

    private final Database database;

    SeenEvents(Database database) {
        this.database = database;
    }

    /** Whether an event's id came before, and with what. */
    enum Seen {
        NEW,
        REPEATED,
        CONFLICTING
    }

    /** An event that can be read, and the clinic that it is about. */
    record ClinicEvent(String clinicId, ConsumerRecord<String, byte[]> record) {}

    private record Id(String clinic, String source, String event) {}

    private record Use(Id id, byte[] hash) {}

    /** Remembers these events and says of each, in order, whether it was seen before. */
    List<Seen> remember(List<ClinicEvent> events, Instant now) {
        var uses =
                events.stream()
                        .map(each -> new Use(idOf(each), ContentHash.of(each.record().value())))
                        .toList();
        var first = new HashMap<Id, Use>();
        uses.forEach(use -> first.putIfAbsent(use.id(), use));
        var columns =
                Columns.of(first.values())
                        .put("clinicIds", use -> use.id().clinic())
                        .put("sources", use -> use.id().source())
                        .put("eventIds", use -> use.id().event())
                        .put("hashes", Use::hash)
                        .with("now", now)
                        .map();
        var fresh = new ArrayList<>(database.query(REMEMBER, columns, SeenEvents::id));
        var known = known(columns);
        return uses.stream().map(use -> seen(use, fresh, known)).toList();
    }

    private static Seen seen(Use use, List<Id> fresh, Map<Id, byte[]> known) {
        if (!Arrays.equals(known.get(use.id()), use.hash())) {
            return Seen.CONFLICTING;
        }
        return fresh.remove(use.id()) ? Seen.NEW : Seen.REPEATED;
    }

    void forget(ClinicEvent event) {
        var id = idOf(event);
        database.update(
                FORGET,
                Map.of("clinicId", id.clinic(), "source", id.source(), "eventId", id.event()));
    }

    private Map<Id, byte[]> known(Map<String, ?> columns) {
        var known = new HashMap<Id, byte[]>();
        database.query(KNOWN, columns, row -> known.put(id(row), row.bytes("value_hash")));
        return known;
    }

    private static Id id(Row row) throws SQLException {
        return new Id(row.text("clinic_id"), row.text("source"), row.text("event_id"));
    }

    private static Id idOf(ClinicEvent event) {
        var headers = event.record().headers();
        return new Id(
                event.clinicId(),
                CloudEventHeaders.text(headers, CloudEventHeaders.SOURCE).orElse(""),
                CloudEventHeaders.text(headers, CloudEventHeaders.ID).orElse(""));
    }
}

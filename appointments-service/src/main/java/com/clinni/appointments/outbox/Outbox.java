package com.clinni.appointments.outbox;

import com.clinni.appointments.Columns;
import com.clinni.appointments.Database;
import com.clinni.events.Event;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What must be published because a transaction committed: written inside that transaction. */
@ApplicationScoped
public class Outbox {

    /** Who publishes, in every event's {@code ce_source}. */
    public static final String SOURCE = "/clinni/appointments-service";

    private static final String ADD =
            """
            INSERT INTO outbox (topic, record_key, record_headers, record_value, created_at)
            SELECT topic, record_key, record_headers, record_value, ?
            FROM unnest(?::text[], ?::bytea[], ?::bytea[], ?::bytea[]) WITH ORDINALITY
                AS p (topic, record_key, record_headers, record_value, place)
            ORDER BY place
            """;

    private static final String OLDER = "SELECT count(*) FROM outbox WHERE created_at < ?";

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    public void add(List<? extends Event> events, Instant at) {
        addRecords(
                events.stream().map(event -> Publication.of(event, SOURCE, at)).toList(),
                at);
    }

    public void addRecords(List<Publication> publications, Instant at) {
        if (publications.isEmpty()) {
            return;
        }
        var columns = Columns.of(publications);
        database.update(
                ADD,
                at,
                columns.texts(Publication::topic),
                columns.bytes(publication -> bytes(publication.key())),
                columns.bytes(publication -> StoredHeaders.pack(publication.headers())),
                columns.bytes(Publication::value));
    }

    /** How many records have waited since before then. */
    public long countOlderThan(Instant then) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.query(OLDER, row -> row.getLong(1), then).getFirst());
    }

    private static byte[] bytes(String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}

package com.clinni.reminders.request;

import com.clinni.events.Topics;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.erasure.ErasureOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Requests whose clinic is not known yet, as they came. */
@ApplicationScoped
public class WaitingRequests {

    private static final Sql WAIT = Sql.named("requests/wait");
    private static final Sql FORGET = Sql.named("requests/forget-patient");
    private static final Sql TAKE = Sql.named("requests/take-waiting");

    private final Database database;

    WaitingRequests(Database database) {
        this.database = database;
    }

    /** Keeps them, in one statement; one that waits already waits no longer for it. */
    public void add(List<ReceivedRequest> requests, Instant until) {
        if (requests.isEmpty()) {
            return;
        }
        var sources = requests.stream().map(ReceivedRequest::source).toList();
        var values = new HashMap<String, Object>();
        values.put("partitions", sources.stream().map(ConsumerRecord::partition).toList());
        values.put("offsets", sources.stream().map(ConsumerRecord::offset).toList());
        values.put("clinicIds", requests.stream().map(ReceivedRequest::clinicId).toList());
        values.put("keys", sources.stream().map(WaitingRequests::key).toList());
        values.put(
                "headers",
                sources.stream().map(source -> StoredHeaders.pack(source.headers())).toList());
        values.put("values", sources.stream().map(ConsumerRecord::value).toList());
        values.put("waitsUntil", until);
        database.update(WAIT, values);
    }

    /**
     * Takes those that need wait no longer out of the table, in the caller's transaction: they are
     * there again if it does not commit.
     */
    public List<ConsumerRecord<String, byte[]>> take(int most, Instant now) {
        return database.query(TAKE, Map.of("now", now, "most", most), WaitingRequests::source);
    }

    /** Deletes those of a patient, in the caller's transaction. */
    void forget(ErasureOrder erased) {
        database.update(FORGET, erased.values());
    }

    private static byte @Nullable [] key(ConsumerRecord<String, byte[]> source) {
        return source.key() == null ? null : source.key().getBytes(StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<String, byte[]> source(Row row) throws SQLException {
        var key = row.bytes("record_key");
        return new ConsumerRecord<>(
                Topics.MESSAGE_REQUESTED,
                row.integer("record_partition"),
                row.number("record_offset"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                row.bytes("record_value"),
                StoredHeaders.unpack(row.bytes("record_headers")),
                Optional.empty());
    }
}

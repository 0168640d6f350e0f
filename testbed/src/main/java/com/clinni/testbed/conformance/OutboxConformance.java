package com.clinni.testbed.conformance;

import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** How every service's outbox empties, and what it tells of itself. */
public final class OutboxConformance {

    private static final String TOPIC = Topics.deadLetterOf(Topics.REMINDER_DUE);
    private static final String AGE = "outbox_oldest_age_seconds";
    private static final String REFUSED = "events_refused_total{topic=\"%s\"}".formatted(TOPIC);
    private static final int NODES = 4;
    private static final int RECORDS = 1_200;
    private static final int TOO_LARGE = 3_000_000;
    private static final int LONG = 90;

    private final Consumer<List<Publication>> outbox;
    private final Runnable relay;
    private final Runnable measure;
    private final DataSource database;
    private final String kafka;
    private final WatchedService service;
    private final String key = UUID.randomUUID().toString();

    /**
     * @param outbox takes records in a transaction of its own
     * @param relay publishes what the outbox holds
     * @param measure looks how old it is
     */
    public OutboxConformance(
            Consumer<List<Publication>> outbox,
            Runnable relay,
            Runnable measure,
            DataSource database,
            String kafka,
            URI service) {
        this.outbox = outbox;
        this.relay = relay;
        this.measure = measure;
        this.database = database;
        this.kafka = kafka;
        this.service = new WatchedService(service);
    }

    /** Relays that meet publish each record once, and those of one key in their order. */
    public void relaysThatMeetKeepTheOrder() {
        var numbers = IntStream.range(0, RECORDS).mapToObj(Integer::toString).toList();
        outbox.accept(numbers.stream().map(this::record).toList());

        CompletableFuture.allOf(
                        IntStream.range(0, NODES)
                                .mapToObj(_ -> CompletableFuture.runAsync(relay))
                                .toArray(CompletableFuture[]::new))
                .join();
        relay.run();

        must(published().equals(numbers), "each record is published once, in its order");
    }

    /** What is larger than its topic takes is counted, and does not hold up the others. */
    public void whatIsTooLargeIsCountedAndLeftOut() throws Exception {
        var before = service.value(REFUSED).orElse(0.0);
        outbox.accept(List.of(record("x".repeat(TOO_LARGE)), record("after")));

        relay.run();

        must(published().equals(List.of("after")), "what fits is published");
        must(service.value(REFUSED).orElse(0.0) == before + 1, "what does not fit is counted");
    }

    /** The age of what waits longest is told in seconds, and is 0 when nothing waits. */
    public void theOldestRecordsAgeIsTold() throws Exception {
        relay.run();
        measure.run();
        must(service.value(AGE).orElse(-1.0) == 0, "nothing waits");

        outbox.accept(List.of(record("old"), record("young")));
        growOld();
        measure.run();
        must(service.value(AGE).orElse(0.0) >= LONG, "the oldest is told");

        relay.run();
        measure.run();
        must(service.value(AGE).orElse(-1.0) == 0, "nothing waits any more");
    }

    private void growOld() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE outbox SET created_at = created_at - interval '%d seconds'"
                                    .formatted(LONG)
                            + " WHERE id = (SELECT min(id) FROM outbox)");
        }
    }

    private Publication record(String value) {
        return new Publication(
                TOPIC, key, new RecordHeaders(), value.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> published() {
        return KeyedRecords.values(kafka, TOPIC, key);
    }

    private static void must(boolean isSo, String what) {
        if (!isSo) {
            throw new AssertionError("not so: " + what);
        }
    }
}

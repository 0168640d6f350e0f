package com.clinni.testbed.conformance;

import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.testbed.fault.LinkFault;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/**
 * Checks that a service's outbox empties as every service's does, and that its age is measured. It
 * runs on {@link ConformanceServers}.
 */
public interface OutboxConformance {

    String TOPIC = Topics.deadLetterOf(Topics.REMINDER_DUE);
    String AGE = "outbox_oldest_age_seconds";
    String REFUSED = "events_refused_total{topic=\"%s\"}".formatted(TOPIC);
    int NODES = 4;
    int RECORDS = 1_200;
    int TOO_LARGE = 3_000_000;
    int LONG = 90;

    Watched watched();

    /** Puts records into the outbox, in a transaction of its own. */
    void add(List<Publication> records);

    /** Publishes what the outbox holds. */
    void relay();

    /** Looks how old it is. */
    void measure();

    @Test
    default void relays_that_meet_publish_each_record_once_and_those_of_one_key_in_their_order() {
        var key = anyKey();
        var numbers = IntStream.range(0, RECORDS).mapToObj(Integer::toString).toList();
        add(numbers.stream().map(number -> record(key, number)).toList());

        onAllNodes(this::relay);
        relay();

        must(published(key).equals(numbers), "each record is published once, in its order");
    }

    @Test
    default void a_database_that_came_back_is_not_asked_over_connections_that_died_meanwhile() {
        onAllNodes(() -> add(List.of(record(anyKey(), "one"))));
        watched().database().fault(LinkFault.Plain.REFUSE);
        watched().database().heal();
        onAllNodes(() -> add(List.of(record(anyKey(), "one"))));
        relay();
    }

    @Test
    default void what_is_larger_than_its_topic_takes_is_counted_and_does_not_hold_up_the_others()
            throws Exception {
        var key = anyKey();
        var before = refused();
        add(List.of(record(key, "x".repeat(TOO_LARGE)), record(key, "after")));

        relay();

        must(published(key).equals(List.of("after")), "what fits is published");
        must(refused() == before + 1, "what does not fit is counted");
    }

    @Test
    default void the_age_of_what_waits_longest_is_told() throws Exception {
        relay();
        measure();
        must(age() == 0, "nothing waits");

        var key = anyKey();
        add(List.of(record(key, "old"), record(key, "young")));
        growOld();
        measure();
        must(age() >= LONG, "the oldest is told");

        relay();
        measure();
        must(age() == 0, "nothing waits any more");
    }

    private static void onAllNodes(Runnable action) {
        // threads of their own: on two cores the common pool has one, and they would not meet
        try (var nodes = Executors.newFixedThreadPool(NODES)) {
            CompletableFuture.allOf(
                            IntStream.range(0, NODES)
                                    .mapToObj(_ -> CompletableFuture.runAsync(action, nodes))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static void growOld() {
        DatabaseAdmin.execute(
                "UPDATE outbox SET created_at = created_at - interval '%d seconds'".formatted(LONG)
                        + " WHERE id = (SELECT min(id) FROM outbox)");
    }

    private List<String> published(String key) {
        return KeyedRecords.values(watched().kafka(), TOPIC, key);
    }

    private double age() throws Exception {
        return new WatchedService().value(AGE).orElse(-1.0);
    }

    private double refused() throws Exception {
        return new WatchedService().value(REFUSED).orElse(0.0);
    }

    private static String anyKey() {
        return UUID.randomUUID().toString();
    }

    private static Publication record(String key, String value) {
        return new Publication(
                TOPIC, key, new RecordHeaders(), value.getBytes(StandardCharsets.UTF_8));
    }

    private static void must(boolean isSo, String what) {
        if (!isSo) {
            throw new AssertionError("not so: " + what);
        }
    }
}

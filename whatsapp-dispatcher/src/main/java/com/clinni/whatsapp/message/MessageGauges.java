package com.clinni.whatsapp.message;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts how many messages stand in each state that they leave again. */
@ApplicationScoped
class MessageGauges {

    private static final Sql COUNT = Sql.named("messages/count-open");
    private static final List<String> COUNTED = List.of("WAITING", "SENDING", "IN_DOUBT");

    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();
    private final Database database;
    private final MeterRegistry registry;

    MessageGauges(Database database, MeterRegistry registry) {
        this.database = database;
        this.registry = registry;
    }

    @ActsForService("message-gauges")
    @Scheduled(
            identity = "message-gauges",
            every = "${dispatch.gauges-every:10s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        var counts = new HashMap<String, Long>();
        database.query(
                COUNT, Map.of(), row -> counts.put(row.text("state"), row.number("messages")));
        COUNTED.forEach(state -> gauge(state).set(counts.getOrDefault(state, 0L)));
    }

    private AtomicLong gauge(String state) {
        return gauges.computeIfAbsent(
                state,
                name ->
                        registry.gauge(
                                "whatsapp.messages",
                                List.of(Tag.of("service", "dispatcher"), Tag.of("state", name)),
                                new AtomicLong()));
    }
}

package com.clinni.whatsapp.dispatch;

import com.clinni.whatsapp.database.Database;
import com.clinni.whatsapp.database.Sql;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.LineBook;
import com.clinni.whatsapp.line.LineState;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.line.Silence;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many messages stand where, and how each line stands. */
@ApplicationScoped
class StateGauges {

    private static final Sql COUNT = Sql.named("count-open");
    private static final List<String> COUNTED = List.of("WAITING", "SENDING", "IN_DOUBT", "OUTBOX");

    private static final long WHOLE = 100;

    private record Gauge(String name, String tag, String of, String state) {}

    private final Map<Gauge, AtomicLong> gauges = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> ofLines = new ConcurrentHashMap<>();
    private final Exposure exposure;
    private final Database database;
    private final Lines lines;
    private final LineBook book;
    private final MeterRegistry registry;

    StateGauges(
            Exposure exposure,
            Database database,
            Lines lines,
            LineBook book,
            MeterRegistry registry) {
        this.exposure = exposure;
        this.database = database;
        this.lines = lines;
        this.book = book;
        this.registry = registry;
    }

    @Scheduled(
            identity = "gauges",
            every = "${dispatch.gauges-every:10s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        var counts = new ConcurrentHashMap<String, Long>();
        database.query(
                COUNT, Map.of(), row -> counts.put(row.text("state"), row.number("messages")));
        COUNTED.forEach(
                state ->
                        set(
                                new Gauge("whatsapp.messages", "service", "dispatcher", state),
                                counts.getOrDefault(state, 0L)));
        for (var line : lines.all()) {
            var signs = exposure.look(line).signs();
            of(line, "whatsapp.line.unconfirmed").set(signs.exposed());
            of(line, "whatsapp.line.confirmed.percent").set(percent(signs));
            var now = book.standing(line.name()).state();
            for (var state : LineState.values()) {
                set(
                        new Gauge("whatsapp.line.state", "line", line.name(), state.name()),
                        now == state ? 1 : 0);
            }
        }
    }

    /** A line that sent nothing is not suspicious. */
    private static long percent(Silence.Signs signs) {
        return signs.recent() == 0 ? WHOLE : WHOLE * signs.confirmed() / signs.recent();
    }

    private AtomicLong of(Line line, String name) {
        return ofLines.computeIfAbsent(
                name + " " + line.name(),
                key ->
                        registry.gauge(
                                name, List.of(Tag.of("line", line.name())), new AtomicLong()));
    }

    private void set(Gauge gauge, long value) {
        gauges.computeIfAbsent(gauge, this::register).set(value);
    }

    private AtomicLong register(Gauge gauge) {
        var value = new AtomicLong();
        io.micrometer.core.instrument.Gauge.builder(gauge.name(), value, AtomicLong::get)
                .tag(gauge.tag(), gauge.of())
                .tag("state", gauge.state())
                .register(registry);
        return value;
    }
}

package com.clinni.whatsapp.silence;

import com.clinni.platform.access.ActsForService;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.line.health.LineState;
import com.clinni.whatsapp.line.health.LineStatuses;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Measures how each line stands and how much of what it sent is confirmed. */
@ApplicationScoped
class LineGauges {

    private static final long WHOLE = 100;

    private record Key(String name, List<Tag> tags) {}

    private final Map<Key, AtomicLong> gauges = new ConcurrentHashMap<>();
    private final UnconfirmedSends sends;
    private final Lines lines;
    private final LineStatuses statuses;
    private final MeterRegistry registry;

    LineGauges(UnconfirmedSends sends, Lines lines, LineStatuses statuses, MeterRegistry registry) {
        this.sends = sends;
        this.lines = lines;
        this.statuses = statuses;
        this.registry = registry;
    }

    @ActsForService("line-gauges")
    @Scheduled(
            identity = "line-gauges",
            every = "${dispatch.gauges-every:10s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        lines.all().forEach(this::measure);
    }

    private void measure(Line line) {
        var tag = Tag.of("line", line.name());
        var signs = sends.look(line).signs();
        gauge("whatsapp.line.unconfirmed", tag).set(signs.exposed());
        gauge("whatsapp.line.confirmed.percent", tag).set(percent(signs));
        var now = statuses.status(line.name()).state();
        for (var state : LineState.values()) {
            gauge("whatsapp.line.state", tag, Tag.of("state", state.name()))
                    .set(now == state ? 1 : 0);
        }
    }

    /** A line that sent nothing is not suspicious. */
    private static long percent(SilenceRule.Signs signs) {
        return signs.recent() == 0 ? WHOLE : WHOLE * signs.confirmed() / signs.recent();
    }

    private AtomicLong gauge(String name, Tag... tags) {
        return gauges.computeIfAbsent(
                new Key(name, List.of(tags)),
                key -> registry.gauge(name, Tags.of(tags), new AtomicLong()));
    }
}

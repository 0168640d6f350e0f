package com.clinni.platform.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A rule's next turn on this node, and the meters that show that it keeps its word. */
final class RetentionTurn {

    private final RetentionRule rule;
    private final Counter deleted;
    private final AtomicLong oldestSeconds;
    private volatile Instant next = Instant.MIN;

    RetentionTurn(RetentionRule rule, MeterRegistry metrics) {
        this.rule = rule;
        var tags = Tags.of("data", rule.data());
        this.deleted = metrics.counter("retention.deleted.rows", tags);
        this.oldestSeconds = metrics.gauge("retention.oldest.age.seconds", tags, new AtomicLong());
    }

    RetentionRule rule() {
        return rule;
    }

    Instant next() {
        return next;
    }

    void waitUntil(Instant at) {
        next = at;
    }

    /**
     * Tells what a batch has done.
     *
     * @param oldest of the rows that are left, if any is
     */
    void deleted(int rows, @Nullable Instant oldest, Instant now) {
        deleted.increment(rows);
        var age = oldest == null ? Duration.ZERO : Duration.between(oldest, now);
        // a visit to come has no age yet
        oldestSeconds.set(Math.max(0, age.toSeconds()));
    }
}

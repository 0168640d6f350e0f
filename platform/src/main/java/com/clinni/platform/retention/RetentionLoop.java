package com.clinni.platform.retention;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.DatabaseException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what is kept no longer, a batch at a time, so that nothing that sends or books ever waits
 * for it. Any number of nodes may run it: rows that another node holds are skipped.
 */
@ApplicationScoped
public class RetentionLoop {

    private static final Logger LOG = Logger.getLogger(RetentionLoop.class);
    private static final int TRANSACTION_SECONDS = 10;

    /** Until a rule that left nothing is asked again. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final int batchSize;
    private final List<RetentionTurn> turns;

    @Inject
    RetentionLoop(
            @All List<RetentionRules> rules,
            RetentionConfig config,
            Database database,
            Clock clock,
            MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.batchSize = config.batchSize();
        this.turns =
                rules.stream()
                        .flatMap(each -> each.rules().stream())
                        .map(rule -> new RetentionTurn(rule, metrics))
                        .toList();
    }

    /** Deletes one batch of the data that has waited longest. */
    @Scheduled(
            identity = "delete-old-data",
            every = "${retention.every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActsForService("delete-old-data")
    void deleteBatch() {
        var now = clock.instant();
        turns.stream()
                .min(Comparator.comparing(RetentionTurn::next))
                .filter(turn -> !turn.next().isAfter(now))
                .ifPresent(this::take);
    }

    private void take(RetentionTurn turn) {
        try {
            var isMoreLeft = delete(turn) == batchSize;
            turn.waitUntil(isMoreLeft ? clock.instant() : clock.instant().plus(REST));
        } catch (DatabaseException e) {
            LOG.warnf("%s is not deleted yet: %s", turn.rule().data(), e.getMessage());
            turn.waitUntil(clock.instant().plus(REST));
        }
    }

    /** Deletes all that is old, of every kind. */
    public void deleteAll() {
        for (var turn : turns) {
            while (delete(turn) == batchSize) {
                // a full batch means more may be old
            }
        }
    }

    private int delete(RetentionTurn turn) {
        var rule = turn.rule();
        var values = Map.of("before", rule.before(clock.instant()), "batch", batchSize);
        var rows =
                QuarkusTransaction.requiringNew()
                        .timeout(TRANSACTION_SECONDS)
                        .call(() -> delete(rule, values));
        turn.deleted(rows, oldest(rule), clock.instant());
        return rows;
    }

    private int delete(RetentionRule rule, Map<String, ?> values) {
        return rule.isByFunction()
                ? database.first(rule.delete(), values, row -> row.integer("rows")).orElse(0)
                : database.update(rule.delete(), values);
    }

    private @Nullable Instant oldest(RetentionRule rule) {
        var left = database.query(rule.oldest(), Map.of(), row -> row.instant("oldest"));
        return left.isEmpty() ? null : left.getFirst();
    }
}

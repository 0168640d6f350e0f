package com.clinni.appointments.correction;

import com.clinni.appointments.RetryingTransactions;
import com.clinni.appointments.VisitId;
import com.clinni.appointments.correction.CorrectionDecision.LookAgain;
import com.clinni.appointments.correction.CorrectionDecision.Nothing;
import com.clinni.appointments.correction.CorrectionDecision.Tell;
import com.clinni.appointments.correction.CorrectionDecision.Why;
import com.clinni.appointments.correction.CorrectionQueue.Correction;
import com.clinni.platform.access.ActsForService;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Decides on changes that have settled. Any number of nodes may run it. */
@ApplicationScoped
class CorrectionLoop {

    private static final Logger LOG = Logger.getLogger(CorrectionLoop.class);

    private final CorrectionRows rows;
    private final CorrectionQueue queue;
    private final CorrectionConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;

    CorrectionLoop(
            CorrectionRows rows,
            CorrectionQueue queue,
            CorrectionConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.rows = rows;
        this.queue = queue;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
    }

    @ActsForService("decide-corrections")
    @Scheduled(
            identity = "decide-corrections",
            every = "${corrections.poll-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void decideDue() {
        while (decideBatch() == config.batchSize()) {
            // a full batch means more may wait
        }
    }

    private int decideBatch() {
        var now = clock.instant();
        var decisions = RetryingTransactions.once(() -> decide(now));
        decisions.forEach(this::tell);
        return decisions.size();
    }

    private Map<ChangedVisit, CorrectionDecision> decide(Instant now) {
        var visits = rows.claim(now, config.batchSize());
        if (visits.isEmpty()) {
            return Map.of();
        }
        var messages = rows.messages(visits, now);
        var decisions = new LinkedHashMap<ChangedVisit, CorrectionDecision>();
        for (var visit : visits) {
            var said = messages.getOrDefault(visit.id(), List.of());
            decisions.put(visit, CorrectionRule.decide(visit, said, now));
        }
        carryOut(decisions, now);
        return decisions;
    }

    private void carryOut(Map<ChangedVisit, CorrectionDecision> decisions, Instant now) {
        var corrections = new ArrayList<Correction>();
        var later = new HashMap<ChangedVisit, Instant>();
        var decided = new ArrayList<ChangedVisit>();
        var asTold = new ArrayList<ChangedVisit>();
        decisions.forEach(
                (visit, decision) -> {
                    switch (decision) {
                        case Tell tell -> {
                            corrections.add(new Correction(visit, tell));
                            decided.add(visit);
                        }
                        case Nothing(var why) -> {
                            decided.add(visit);
                            if (why == Why.AS_TOLD) {
                                asTold.add(visit);
                            }
                        }
                        case LookAgain(var at) -> later.put(visit, at);
                    }
                });
        queue.add(corrections, now);
        queue.withdrawSaidAlready(ids(asTold.stream()), now, now);
        var ids = ids(decided.stream());
        queue.letGo(ids);
        rows.forget(ids);
        rows.lookAgain(later);
    }

    private static List<VisitId> ids(Stream<ChangedVisit> visits) {
        return visits.map(ChangedVisit::id).toList();
    }

    private void tell(ChangedVisit visit, CorrectionDecision decision) {
        var what =
                switch (decision) {
                    case Tell tell -> tell.kind();
                    case Nothing(var why) -> why.name();
                    case LookAgain ignored -> null;
                };
        if (what != null) {
            metrics.counter("corrections.decided", "what", what).increment();
            LOG.infof("visit %s changed, correction: %s", visit.appointmentId(), what);
        }
    }
}

package com.clinni.fallback.replay;

import com.clinni.fallback.credit.CreditEstimate;
import com.clinni.platform.access.ActsForService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Serves replays whose lists were found by a filter, a page at a time. What a node that died leaves
 * behind another one goes on with, at the first item without a verdict.
 */
@ApplicationScoped
class ReplayLoop {

    private static final int LONGEST_PAGE_SECONDS = 60;

    private final Replays replays;
    private final ReplayJob job;
    private final ReplayDecisions decisions;

    ReplayLoop(Replays replays, ReplayJob job, ReplayDecisions decisions) {
        this.replays = replays;
        this.job = job;
        this.decisions = decisions;
    }

    /** The replay that was served last, and the credit that is left for the rest of it. */
    private record Served(UUID id, CreditEstimate left) {}

    /** Serves all that wait. */
    @ActsForService("replay")
    @Scheduled(
            identity = "replay",
            every = "{fallback.poll-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void serveAll() {
        Optional<Served> served = Optional.empty();
        do {
            var before = served;
            served =
                    QuarkusTransaction.requiringNew()
                            .timeout(LONGEST_PAGE_SECONDS)
                            .call(() -> servePage(before));
        } while (served.isPresent());
    }

    private Optional<Served> servePage(Optional<Served> before) {
        return replays.holdUnfinished()
                .map(
                        replay -> {
                            var left =
                                    before.filter(last -> last.id().equals(replay.id()))
                                            .map(Served::left)
                                            .orElseGet(decisions::begin);
                            job.serve(replay.id(), replay.terms(), left);
                            return new Served(replay.id(), left);
                        });
    }
}

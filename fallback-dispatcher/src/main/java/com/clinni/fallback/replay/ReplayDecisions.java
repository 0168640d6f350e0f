package com.clinni.fallback.replay;

import com.clinni.fallback.credit.CreditEstimate;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.replay.ReplayRequest.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * Decides what becomes of dead letters that somebody wants sent again: the one place for a dry run
 * and for the replay itself. Runs in the caller's transaction.
 */
@ApplicationScoped
class ReplayDecisions {

    private final ReplayCandidates letters;
    private final Prospects prospects;
    private final SmsCredit credit;
    private final Clock clock;

    ReplayDecisions(ReplayCandidates letters, Prospects prospects, SmsCredit credit, Clock clock) {
        this.letters = letters;
        this.prospects = prospects;
        this.credit = credit;
        this.clock = clock;
    }

    /** The decision about some letters, and the letters as they stood. */
    record Decision(ReplayPlan plan, List<ReplayCandidate> letters) {}

    /** Begins a replay or a dry run: credit is counted down over all of its letters. */
    CreditEstimate begin() {
        return credit.estimate();
    }

    /** Only says it. */
    ReplayPlan foresee(List<UUID> ids, Terms terms, CreditEstimate left) {
        return decide(ids, letters.of(ids), terms, left).plan();
    }

    /** The same under the letters' locks, so that it holds until the transaction ends. */
    Decision decide(List<UUID> ids, Terms terms, CreditEstimate left) {
        return decide(ids, letters.lock(ids), terms, left);
    }

    private Decision decide(
            List<UUID> ids, List<ReplayCandidate> known, Terms terms, CreditEstimate left) {
        var now = clock.instant();
        var found = prospects.of(inTurn(ids, known, terms, now), left, now);
        return new Decision(ReplayPlan.of(ids, known, found, terms, now), known);
    }

    /**
     * Those whose prospect counts, in the order in which they take credit: that of the request, and
     * those that need somebody's word first after the others.
     */
    private static List<ReplayCandidate> inTurn(
            List<UUID> ids, List<ReplayCandidate> known, Terms terms, Instant now) {
        var places = new HashMap<UUID, Integer>();
        ids.forEach(id -> places.putIfAbsent(id, places.size()));
        return known.stream()
                .filter(letter -> ReplayPlan.skipped(letter, now).isEmpty())
                .sorted(
                        Comparator.comparing(
                                        (ReplayCandidate letter) ->
                                                letter.inDoubt() && !terms.mayDuplicate())
                                .thenComparing(letter -> places.getOrDefault(letter.id(), 0)))
                .toList();
    }
}

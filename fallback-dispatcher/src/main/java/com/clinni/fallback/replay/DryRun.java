package com.clinni.fallback.replay;

import com.clinni.fallback.credit.CreditEstimate;
import com.clinni.fallback.replay.ReplayCandidates.Place;
import com.clinni.fallback.replay.ReplayPlan.Item;
import com.clinni.fallback.replay.ReplayRequest.Checked;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A replay that changes nothing: every letter is decided about as if it were sent now, page by
 * page, each in a transaction of its own. All are counted, and the first ones listed.
 */
@ApplicationScoped
class DryRun {

    private final ReplayCandidates letters;
    private final ReplayDecisions decisions;

    DryRun(ReplayCandidates letters, ReplayDecisions decisions) {
        this.letters = letters;
        this.decisions = decisions;
    }

    /** What would happen. */
    record Foreseen(List<Item> first, Map<Verdict, Long> counts) {

        long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        private void add(List<Item> items) {
            for (var item : items) {
                counts.merge(item.verdict(), 1L, Long::sum);
                if (first.size() < ReplayRequest.MOST) {
                    first.add(item);
                }
            }
        }
    }

    Foreseen of(Checked request) {
        var foreseen = new Foreseen(new ArrayList<>(), new EnumMap<>(Verdict.class));
        var left = decisions.begin();
        var filter = request.filter();
        if (filter == null) {
            for (var from = 0; from < request.ids().size(); from += ReplayJob.PAGE) {
                var to = Math.min(request.ids().size(), from + ReplayJob.PAGE);
                foreseen.add(page(request.ids().subList(from, to), request, left));
            }
            return foreseen;
        }
        var after = Place.BEFORE_ALL;
        while (true) {
            var found = found(filter, after);
            if (found.isEmpty()) {
                return foreseen;
            }
            foreseen.add(page(found.stream().map(Place::id).toList(), request, left));
            after = found.getLast();
        }
    }

    private List<Place> found(ReplayFilter.Checked filter, Place after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> letters.found(filter, after, ReplayJob.PAGE));
    }

    private List<Item> page(List<UUID> ids, Checked request, CreditEstimate left) {
        return QuarkusTransaction.requiringNew()
                .call(() -> decisions.foresee(ids, request.terms(), left).items());
    }
}

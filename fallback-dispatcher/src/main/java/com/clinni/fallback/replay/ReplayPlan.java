package com.clinni.fallback.replay;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a replay: one verdict for each id, in the order of the request. A pure function; a
 * dry run returns it and does nothing more.
 */
record ReplayPlan(List<Item> items) {

    /** One id and its verdict. */
    record Item(UUID id, Verdict verdict) {}

    /** An id twice counts once. */
    static ReplayPlan of(
            List<UUID> ids, Collection<ReplayCandidate> known, boolean mayDuplicate, Instant now) {
        var byId =
                known.stream().collect(Collectors.toMap(ReplayCandidate::id, Function.identity()));
        return new ReplayPlan(
                ids.stream()
                        .distinct()
                        .map(id -> new Item(id, verdict(byId.get(id), mayDuplicate, now)))
                        .toList());
    }

    private static Verdict verdict(
            @Nullable ReplayCandidate candidate, boolean mayDuplicate, Instant now) {
        if (candidate == null) {
            return Verdict.UNKNOWN;
        }
        if (candidate.state() == DeliveryState.REPLAYED) {
            return Verdict.SKIPPED_REPLAYED_ALREADY;
        }
        if (candidate.state() == DeliveryState.WITHDRAWN) {
            return Verdict.SKIPPED_WITHDRAWN;
        }
        if (candidate.state() != DeliveryState.NEEDS_ATTENTION) {
            return Verdict.SKIPPED_NOT_NEEDING_ATTENTION;
        }
        if (candidate.withdrawn()) {
            return Verdict.SKIPPED_WITHDRAWN;
        }
        if (candidate.sendBefore() != null && !now.isBefore(candidate.sendBefore())) {
            return Verdict.SKIPPED_EXPIRED;
        }
        var inDoubt = candidate.possibleDuplicate() || candidate.cause() == Cause.DOUBT_UNRESOLVED;
        return inDoubt && !mayDuplicate ? Verdict.NEEDS_MAY_DUPLICATE : Verdict.REPLAY;
    }

    List<UUID> replayed() {
        return items.stream()
                .filter(item -> item.verdict() == Verdict.REPLAY)
                .map(Item::id)
                .toList();
    }

    Map<Verdict, Long> counts() {
        return items.stream()
                .collect(
                        Collectors.groupingBy(
                                Item::verdict, LinkedHashMap::new, Collectors.counting()));
    }
}

package com.clinni.fallback.replay;

import com.clinni.fallback.replay.ReplayRequest.Overruled;
import com.clinni.fallback.replay.ReplayRequest.Terms;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            List<UUID> ids,
            Collection<ReplayCandidate> known,
            Map<UUID, Prospect> prospects,
            Terms terms,
            Instant now) {
        var byId =
                known.stream().collect(Collectors.toMap(ReplayCandidate::id, Function.identity()));
        return new ReplayPlan(
                ids.stream()
                        .distinct()
                        .map(id -> new Item(id, verdict(byId.get(id), prospects, terms, now)))
                        .toList());
    }

    /** Why a letter is not sent again whatever its prospect; empty where its prospect decides. */
    static Optional<Verdict> skipped(ReplayCandidate letter, Instant now) {
        var message = letter.message();
        var sendBefore = message.sendBefore();
        if (letter.erased()) {
            return Optional.of(Verdict.SKIPPED_ERASED);
        }
        return switch (message.state()) {
            case REPLAYED -> Optional.of(Verdict.SKIPPED_REPLAYED_ALREADY);
            case WITHDRAWN -> Optional.of(Verdict.SKIPPED_WITHDRAWN);
            case DELIVERED, READ -> Optional.of(Verdict.SKIPPED_DELIVERED);
            case NEEDS_ATTENTION -> {
                if (message.withdrawn()) {
                    yield Optional.of(Verdict.SKIPPED_WITHDRAWN);
                }
                if (letter.delivered()) {
                    yield Optional.of(Verdict.SKIPPED_DELIVERED);
                }
                yield sendBefore != null && !now.isBefore(sendBefore)
                        ? Optional.of(Verdict.SKIPPED_EXPIRED)
                        : Optional.empty();
            }
            default -> Optional.of(Verdict.SKIPPED_NOT_NEEDING_ATTENTION);
        };
    }

    private static Verdict verdict(
            @Nullable ReplayCandidate letter,
            Map<UUID, Prospect> prospects,
            Terms terms,
            Instant now) {
        if (letter == null) {
            return Verdict.UNKNOWN;
        }
        return skipped(letter, now)
                .orElseGet(
                        () ->
                                byProspect(
                                        letter,
                                        prospects.getOrDefault(letter.id(), Prospect.OPEN),
                                        terms));
    }

    /** The question about a duplicate comes last: nobody need answer it about what cannot go. */
    private static Verdict byProspect(ReplayCandidate letter, Prospect prospect, Terms terms) {
        if (prospect == Prospect.NO_CHANNEL) {
            return Verdict.NO_CHANNEL;
        }
        if (prospect == Prospect.SAME_END && !terms.overrules(Overruled.WILL_FAIL_AGAIN)) {
            return Verdict.WILL_FAIL_AGAIN;
        }
        if (prospect == Prospect.LINE_OUT && !terms.overrules(Overruled.LINE_DOWN)) {
            return Verdict.LINE_DOWN;
        }
        return letter.inDoubt() && !terms.mayDuplicate()
                ? Verdict.NEEDS_MAY_DUPLICATE
                : Verdict.REPLAY;
    }

    List<UUID> replayed() {
        return items.stream()
                .filter(item -> item.verdict() == Verdict.REPLAY)
                .map(Item::id)
                .toList();
    }
}

package com.clinni.fallback.replay;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.replay.ReplayRequest.Overruled;
import com.clinni.fallback.replay.Replays.ItemOutcome;
import com.clinni.fallback.replay.Replays.Replay;
import com.clinni.fallback.replay.Replays.Tally;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay as the HTTP API shows it: a page of its items, and all of them in numbers. Verdicts and
 * outcomes each add up to the total.
 *
 * @param filter what its list was found by, in words
 * @param next where the next page begins, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayView(
        UUID replayId,
        State state,
        Instant askedAt,
        @Nullable Instant finishedAt,
        String who,
        String reason,
        @Nullable String filter,
        boolean mayDuplicate,
        Set<Overruled> despite,
        long total,
        Map<Verdict, Long> counts,
        Map<ReplayOutcome, Long> outcomes,
        List<ItemView> items,
        @Nullable Integer next) {

    /** How far it is. */
    enum State {
        RUNNING,
        FINISHED
    }

    /**
     * An item and what became of it.
     *
     * @param state where its newest generation stands, or its dead letter if there is none
     * @param cause why its newest generation stands there
     * @param generation the newest one
     * @param deadLetterId what the newest generation became where it died again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            UUID id,
            Verdict verdict,
            @Nullable String why,
            ReplayOutcome outcome,
            @Nullable DeliveryState state,
            @Nullable Cause cause,
            @Nullable Integer generation,
            @Nullable UUID deadLetterId) {

        static ItemView of(ItemOutcome item) {
            return new ItemView(
                    item.id(),
                    item.verdict(),
                    item.verdict().why(),
                    item.outcome(),
                    item.state(),
                    item.cause(),
                    item.generation() == 0 ? null : item.generation(),
                    item.nextId());
        }
    }

    static ReplayView of(Replay replay, List<Tally> tallies, List<ItemOutcome> items, int page) {
        return new ReplayView(
                replay.id(),
                replay.finishedAt() == null ? State.RUNNING : State.FINISHED,
                replay.askedAt(),
                replay.finishedAt(),
                replay.who(),
                replay.reason(),
                replay.filter(),
                replay.terms().mayDuplicate(),
                replay.terms().despite(),
                replay.total(),
                counts(tallies),
                outcomes(tallies),
                items.stream().limit(page).map(ItemView::of).toList(),
                items.size() > page ? items.get(page - 1).position() : null);
    }

    static Map<Verdict, Long> counts(List<Tally> tallies) {
        var counts = new EnumMap<Verdict, Long>(Verdict.class);
        tallies.forEach(tally -> counts.merge(tally.verdict(), tally.items(), Long::sum));
        return counts;
    }

    private static Map<ReplayOutcome, Long> outcomes(List<Tally> tallies) {
        var outcomes = new EnumMap<ReplayOutcome, Long>(ReplayOutcome.class);
        tallies.forEach(tally -> outcomes.merge(tally.outcome(), tally.items(), Long::sum));
        return outcomes;
    }
}

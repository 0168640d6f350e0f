package com.clinni.fallback.replay;

import com.clinni.fallback.replay.ReplayPlan.Item;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to who asked for a replay. The counts add up to the total.
 *
 * @param replayId none of a dry run
 * @param total how many letters it is about
 * @param verdicts of the first ones, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayAnswer(
        @Nullable UUID replayId,
        boolean dryRun,
        long total,
        List<VerdictView> verdicts,
        Map<Verdict, Long> counts) {

    /** One verdict, and why if it is not replayed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerdictView(UUID id, Verdict verdict, @Nullable String why) {

        static VerdictView of(Item item) {
            return new VerdictView(item.id(), item.verdict(), item.verdict().why());
        }
    }

    static ReplayAnswer of(
            @Nullable UUID id, long total, List<Item> first, Map<Verdict, Long> counts) {
        return new ReplayAnswer(
                id, id == null, total, first.stream().map(VerdictView::of).toList(), counts);
    }
}

package com.clinni.faultharness.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The ambiguous sends: how many there were, and what became of them.
 *
 * @param classified that came to any end
 * @param resolved that were found out about within ten minutes
 */
public record DoubtStatistics(int all, int classified, int resolved) {

    private static final Duration IN_TIME = Duration.ofMinutes(10);

    static DoubtStatistics in(Collection<TimelineReminder> reminders) {
        var all =
                reminders.stream()
                        .flatMap(
                                shown ->
                                        doubts(shown.history()).stream()
                                                .map(at -> end(shown.history(), at)))
                        .toList();
        var known = all.stream().flatMap(Optional::stream).toList();
        return new DoubtStatistics(
                all.size(), known.size(), (int) known.stream().filter(End::isFoundOut).count());
    }

    public double shareResolved() {
        return all == 0 ? 1 : (double) resolved / all;
    }

    /** The transition that followed a doubt, and how soon. */
    private record End(String what, Duration after) {

        boolean isFoundOut() {
            return !what.equals("DOUBT_CLOSED") && after.compareTo(IN_TIME) <= 0;
        }
    }

    /** Where in its history a reminder came into doubt. */
    private static List<Integer> doubts(List<TimelineReminder.Step> history) {
        return IntStream.range(0, history.size())
                .filter(n -> history.get(n).what().equals("IN_DOUBT"))
                .boxed()
                .toList();
    }

    private static Optional<End> end(List<TimelineReminder.Step> history, int doubt) {
        Instant since = history.get(doubt).at();
        return history.stream()
                .skip(doubt + 1L)
                .filter(step -> !step.what().equals("IN_DOUBT"))
                .findFirst()
                .map(step -> new End(step.what(), Duration.between(since, step.at())));
    }
}

package com.clinni.system.faults.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How long the work of a dead process lay before somebody took it over, by the timelines. */
public final class TakeOvers {

    private TakeOvers() {}

    /** For each send that was under way at a death: how long until its next step. */
    public static List<Duration> after(Collection<Instant> deaths, Collection<Shown> reminders) {
        return deaths.stream()
                .flatMap(
                        death ->
                                reminders.stream()
                                        .map(shown -> takeOver(shown.history(), death))
                                        .flatMap(Optional::stream))
                .toList();
    }

    private static Optional<Duration> takeOver(List<Shown.Step> history, Instant death) {
        for (var n = 0; n + 1 < history.size(); n++) {
            var step = history.get(n);
            var next = history.get(n + 1);
            var wasUnderWay = step.what().equals("SENDING") && !step.at().isAfter(death);
            if (wasUnderWay && next.at().isAfter(death)) {
                return Optional.of(Duration.between(death, next.at()));
            }
        }
        return Optional.empty();
    }
}

package com.clinni.faultharness.check;

import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The times until another process took over the work of a dead one, read from timelines. */
public final class TakeoverTimes {

    private TakeoverTimes() {}

    /** A process of this service died. */
    public record Death(Service service, Instant at) {

        /** Whether it was this service's to send over the channel. */
        boolean concerns(String channel) {
            return service == (channel.equals("WHATSAPP") ? Service.WHATSAPP : Service.FALLBACK);
        }
    }

    /**
     * For each send that was under way at a death: how long from the last one to its next step.
     * While its service is being restarted nobody can take over: the time begins anew.
     */
    public static List<Duration> after(
            List<Death> deaths, List<Death> stops, Collection<TimelineReminder> reminders) {
        return reminders.stream()
                .flatMap(shown -> of(shown.history(), deaths, stops).stream())
                .toList();
    }

    private static Optional<Duration> of(
            List<TimelineReminder.Step> history, List<Death> deaths, List<Death> stops) {
        for (var n = 0; n + 1 < history.size(); n++) {
            var step = history.get(n);
            var next = history.get(n + 1);
            if (step.what().equals("SENDING")) {
                var died = last(deaths, step, next);
                if (died.isPresent()) {
                    var since =
                            last(stops, step, next)
                                    .filter(stopped -> stopped.isAfter(died.get()))
                                    .orElse(died.get());
                    return Optional.of(Duration.between(since, next.at()));
                }
            }
        }
        return Optional.empty();
    }

    /** The last of them between two steps of a send that was theirs. */
    private static Optional<Instant> last(
            List<Death> ends, TimelineReminder.Step step, TimelineReminder.Step next) {
        return ends.stream()
                .filter(end -> end.concerns(step.channel()))
                .map(Death::at)
                .filter(at -> at.isAfter(step.at()) && at.isBefore(next.at()))
                .max(Comparator.naturalOrder());
    }
}

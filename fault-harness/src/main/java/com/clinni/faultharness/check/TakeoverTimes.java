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

    /** For each send that was under way at a death: how long from the last one to its next step. */
    public static List<Duration> after(List<Death> deaths, Collection<TimelineReminder> reminders) {
        return reminders.stream().flatMap(shown -> of(shown.history(), deaths).stream()).toList();
    }

    private static Optional<Duration> of(List<TimelineReminder.Step> history, List<Death> deaths) {
        for (var n = 0; n + 1 < history.size(); n++) {
            var step = history.get(n);
            var next = history.get(n + 1);
            if (step.what().equals("SENDING")) {
                var last =
                        deaths.stream()
                                .filter(death -> death.concerns(step.channel()))
                                .map(Death::at)
                                .filter(at -> at.isAfter(step.at()) && at.isBefore(next.at()))
                                .max(Comparator.naturalOrder());
                if (last.isPresent()) {
                    return Optional.of(Duration.between(last.get(), next.at()));
                }
            }
        }
        return Optional.empty();
    }
}

package com.clinni.fallback.message;

import com.clinni.events.DeliveryReported;
import com.clinni.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells of every transition: a counter, a line in the log and, where it is about a delivery or
 * another service's event, an event. Ids and reasons only.
 */
@ApplicationScoped
public class TransitionReports {

    private static final Logger LOG = Logger.getLogger("clinni.fallback");

    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final Clock clock;

    TransitionReports(Outbox outbox, MeterRegistry metrics, Clock clock) {
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    void add(List<ReportedTransition> transitions) {
        outbox.add(
                transitions.stream()
                        .map(ReportedTransition::publication)
                        .flatMap(Optional::stream)
                        .toList());
        transitions.forEach(this::count);
    }

    void addArrivals(List<NewMessage> arrivals) {
        for (var arrival : arrivals) {
            var death = arrival.death();
            if (death != null) {
                metrics.counter(
                                "clinni.fallback.dead.letters",
                                "topic",
                                arrival.copy().topic(),
                                "cause",
                                death.cause().name())
                        .increment();
            }
        }
        add(arrivals.stream().map(this::reported).toList());
    }

    private ReportedTransition reported(NewMessage arrival) {
        return new ReportedTransition(
                RecordCopy.reportedAs(arrival.subject().reminderId(), arrival.copy().origin()),
                arrival.subject(),
                DeliveryReported.FALLBACK_SEQUENCE_BASE + 1,
                clock.instant(),
                arrival.state(),
                arrival.channel(),
                0,
                arrival.cause(),
                arrival.detail(),
                arrival.possibleDuplicate(),
                null,
                fault(arrival));
    }

    /** Of an event that another service sent: what is wrong with ours is nothing to tell others. */
    private static @Nullable String fault(NewMessage arrival) {
        var death = arrival.death();
        return death != null && RecordCopy.isSentByOthers(arrival.copy().topic())
                ? death.field()
                : null;
    }

    private void count(ReportedTransition transition) {
        metrics.counter(
                        "clinni.fallback.transitions",
                        "state",
                        transition.state().name(),
                        "channel",
                        String.valueOf(transition.channel()),
                        "cause",
                        String.valueOf(transition.cause()))
                .increment();
        LOG.infof(
                "reminder %s generation %d: %s, channel %s, cause %s, %s",
                transition.subject().reminderId(),
                transition.subject().generation(),
                transition.state(),
                transition.channel(),
                transition.cause(),
                transition.detail());
    }
}

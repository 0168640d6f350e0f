package com.clinni.fallback.fallback;

import com.clinni.events.DeliveryReported;
import com.clinni.fallback.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells of every transition: a counter, a line in the log and, where it is about a delivery, an
 * event. Ids and reasons only.
 */
@ApplicationScoped
class Reports {

    private static final Logger LOG = Logger.getLogger("clinni.fallback");

    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final Clock clock;

    Reports(Outbox outbox, MeterRegistry metrics, Clock clock) {
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    void add(List<Reported> transitions) {
        outbox.add(
                transitions.stream()
                        .filter(
                                transition ->
                                        transition.isDelivery() && transition.subject().isKnown())
                        .map(Reported::publication)
                        .toList());
        transitions.forEach(this::count);
    }

    void addArrivals(List<Arrival> arrivals) {
        arrivals.stream()
                .filter(arrival -> arrival.death() != null)
                .forEach(
                        arrival ->
                                metrics.counter(
                                                "clinni.fallback.dead.letters",
                                                "topic",
                                                arrival.copy().topic(),
                                                "cause",
                                                arrival.death().cause().name())
                                        .increment());
        add(arrivals.stream().map(this::reported).toList());
    }

    private Reported reported(Arrival arrival) {
        return new Reported(
                RecordCopy.isDelivery(arrival.copy().topic()),
                arrival.subject(),
                DeliveryReported.FALLBACK_SEQUENCE_BASE + 1,
                clock.instant(),
                arrival.state(),
                arrival.channel(),
                0,
                arrival.cause(),
                null,
                arrival.possibleDuplicate(),
                null);
    }

    private void count(Reported transition) {
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

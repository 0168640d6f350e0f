package com.clinni.whatsapp.message;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.whatsapp.gateway.SendOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts and times what happens to messages. Tags are words of closed lists, never ids. */
@ApplicationScoped
public class DispatchMetrics {

    private final MeterRegistry registry;
    private final Timer dueToAccepted;

    public DispatchMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.dueToAccepted =
                Timer.builder("whatsapp.due.to.accepted")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(100))
                        .maximumExpectedValue(Duration.ofHours(6))
                        .register(registry);
    }

    public void moved(DeliveryState state, @Nullable Cause cause) {
        var why = cause == null ? "none" : cause.name();
        registry.counter("whatsapp.transitions", "state", state.name(), "cause", why).increment();
    }

    public void sent(String line, SendOutcome outcome) {
        registry.counter("whatsapp.sends", "line", line, "outcome", nameOf(outcome)).increment();
    }

    public void canary(String line, SendOutcome outcome) {
        registry.counter("whatsapp.canaries", "line", line, "outcome", nameOf(outcome)).increment();
    }

    public void replied(String line, SendOutcome outcome) {
        registry.counter("whatsapp.replies", "line", line, "outcome", nameOf(outcome)).increment();
    }

    public void accepted(Instant dueAt, Instant now) {
        dueToAccepted.record(Duration.between(dueAt, now));
    }

    /** One receipt: the state that it tells of, or FAILED, and what it changed. */
    public void receipt(String state, String effect) {
        registry.counter("whatsapp.receipts", "state", state, "effect", effect).increment();
    }

    private static String nameOf(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(_) -> "ACCEPTED";
            case SendOutcome.NotSent(var reason, _) -> reason.name();
            case SendOutcome.InDoubt(_) -> "IN_DOUBT";
        };
    }
}

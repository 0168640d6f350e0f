package com.clinni.whatsapp.silence;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.gateway.Existence;
import com.clinni.whatsapp.gateway.NewMessageId;
import com.clinni.whatsapp.gateway.SendOutcome.Accepted;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.message.DispatchMetrics;
import com.clinni.whatsapp.send.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Sends a canary, when the line's pace and the time since the last one allow it. */
@ApplicationScoped
class CanaryCall {

    private final Canaries canaries;
    private final Sender sender;
    private final DispatchMetrics metrics;
    private final Clock clock;

    CanaryCall(Canaries canaries, DispatchMetrics metrics, Clock clock, Stopwatch stopwatch) {
        this.canaries = canaries;
        this.sender = new Sender(clock, stopwatch);
        this.metrics = metrics;
        this.clock = clock;
    }

    void send(Line line, PhoneNumber number) throws InterruptedException {
        if (line.gateway().exists(number) instanceof Existence.Yes(var chat, _)
                && line.gateway().newMessageId() instanceof NewMessageId.Given(var id)) {
            var intended = canaries.intend(line, chat, id, clock.instant()).orElse(null);
            if (intended != null) {
                send(line, intended);
            }
        }
    }

    private void send(Line line, Canary canary) throws InterruptedException {
        var wait = Duration.between(clock.instant(), canary.slot());
        if (wait.isPositive()) {
            Thread.sleep(wait);
        }
        line.letThrough();
        var outcome = sender.send(line, canary);
        metrics.canary(line.name(), outcome);
        if (outcome instanceof Accepted(var gatewayMessageId)) {
            canaries.accepted(canary, gatewayMessageId, clock.instant());
        }
    }
}

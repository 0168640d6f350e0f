package com.clinni.appointments.kafka;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A consumer that stands still though there is something to read is helped by a restart. */
@Liveness
class ConsumersAdvance implements HealthCheck {

    private final ConsumersLook consumers;

    ConsumersAdvance(ConsumersLook consumers) {
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        var standing = consumers.standing();
        var answer = HealthCheckResponse.named("consumers-advance").status(standing.isEmpty());
        standing.forEach(channel -> answer.withData(channel, "stands still"));
        return answer.build();
    }
}

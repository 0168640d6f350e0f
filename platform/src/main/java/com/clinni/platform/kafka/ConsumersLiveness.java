package com.clinni.platform.kafka;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * A liveness check that is down while a consumer stands still although records wait for it: a
 * restart is what helps.
 */
@Liveness
class ConsumersLiveness implements HealthCheck {

    private final ConsumerWatch watch;

    ConsumersLiveness(ConsumerWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var standing = watch.standing();
        var response = HealthCheckResponse.named("consumers-advance").status(standing.isEmpty());
        standing.forEach(channel -> response.withData(channel, "stands still"));
        return response.build();
    }
}

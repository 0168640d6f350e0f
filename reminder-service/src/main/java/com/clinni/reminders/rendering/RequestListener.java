package com.clinni.reminders.rendering;

import com.clinni.platform.access.ActsForService;
import com.clinni.reminders.request.WaitingRequests;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Renders the messages that other services request. A lost broker or database is waited for. */
@ApplicationScoped
class RequestListener {

    private final RequestRenderer renderer;
    private final WaitingRequests waiting;
    private final RequestConfig config;
    private final Clock clock;

    RequestListener(
            RequestRenderer renderer, WaitingRequests waiting, RequestConfig config, Clock clock) {
        this.renderer = renderer;
        this.waiting = waiting;
        this.config = config;
        this.clock = clock;
    }

    @ActsForService("consume-message-requested")
    @Incoming("message-requested")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    void receive(ConsumerRecords<String, byte[]> records) {
        waiting.add(renderer.render(records), clock.instant().plus(config.waitForClinic()));
    }
}

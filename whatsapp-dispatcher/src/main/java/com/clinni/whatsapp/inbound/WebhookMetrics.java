package com.clinni.whatsapp.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts webhook calls by what became of them. */
@ApplicationScoped
class WebhookMetrics {

    private final MeterRegistry registry;

    WebhookMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(WebhookResult result) {
        registry.counter("whatsapp.webhooks", "result", result.name()).increment();
    }
}

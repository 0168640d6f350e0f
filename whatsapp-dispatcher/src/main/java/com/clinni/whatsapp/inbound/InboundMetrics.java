package com.clinni.whatsapp.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Counts what people wrote by what became of it. */
@ApplicationScoped
class InboundMetrics {

    private final MeterRegistry registry;

    InboundMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Collection<InboundEffect> effects) {
        effects.forEach(
                effect ->
                        registry.counter("whatsapp.inbound", "effect", effect.name()).increment());
    }
}

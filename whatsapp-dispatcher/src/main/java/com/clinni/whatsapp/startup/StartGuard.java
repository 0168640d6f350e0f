package com.clinni.whatsapp.startup;

import com.clinni.whatsapp.line.WhatsAppConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;

/** Refuses a start with settings that must not go together. */
@ApplicationScoped
class StartGuard {

    private static final int BEFORE_ANYTHING_ELSE = 1;

    void check(
            @Observes @Priority(BEFORE_ANYTHING_ELSE) StartupEvent event,
            ClinniConfig clinni,
            WhatsAppConfig whatsapp,
            Config config) {
        new StartChecks(
                        clinni,
                        whatsapp,
                        name -> config.getOptionalValue(name, String.class).orElse(null))
                .firstRefusal()
                .ifPresent(
                        refusal -> {
                            throw new IllegalStateException(refusal);
                        });
    }
}

package com.clinni.whatsapp.startup;

import com.clinni.whatsapp.line.WhatsAppConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.function.UnaryOperator;
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
        UnaryOperator<String> setting =
                name -> config.getOptionalValue(name, String.class).orElse(null);
        var names = new HashSet<String>();
        config.getPropertyNames().forEach(names::add);
        new StartChecks(clinni, whatsapp, setting)
                .firstRefusal()
                .or(() -> new KafkaChecks(names, setting).firstRefusal())
                .ifPresent(
                        refusal -> {
                            throw new IllegalStateException(refusal);
                        });
    }
}

package com.clinni.platform.startup;

import com.clinni.platform.startup.ClinniConfig.Environment;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses a start that a {@link StartCheck} objects to, in production a {@link ProductionCheck}
 * too, before anything is consumed, scheduled or served. All objections are told at once, so that
 * one look is enough to mend them.
 */
@ApplicationScoped
class StartGuard {

    private static final int BEFORE_ANYTHING_ELSE = 1;

    void check(
            @Observes @Priority(BEFORE_ANYTHING_ELSE) StartupEvent event,
            ClinniConfig clinni,
            @All List<StartCheck> checks,
            @All List<ProductionCheck> inProduction) {
        var refusals =
                Stream.concat(
                                checks.stream().flatMap(StartCheck::refusals),
                                clinni.environment() == Environment.PRODUCTION
                                        ? inProduction.stream().flatMap(ProductionCheck::refusals)
                                        : Stream.empty())
                        .sorted()
                        .collect(Collectors.joining(" "));
        if (!refusals.isEmpty()) {
            throw new IllegalStateException(refusals);
        }
    }
}

package com.clinni.platform.startup;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Refuses a start that a {@link StartCheck} objects to, before anything is consumed, scheduled or
 * served. All objections are told at once, so that one look is enough to mend them.
 */
@ApplicationScoped
class StartGuard {

    private static final int BEFORE_ANYTHING_ELSE = 1;

    void check(
            @Observes @Priority(BEFORE_ANYTHING_ELSE) StartupEvent event,
            @All List<StartCheck> checks) {
        var refusals =
                checks.stream()
                        .flatMap(StartCheck::refusals)
                        .sorted()
                        .collect(Collectors.joining(" "));
        if (!refusals.isEmpty()) {
            throw new IllegalStateException(refusals);
        }
    }
}

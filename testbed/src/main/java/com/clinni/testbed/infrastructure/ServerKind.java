package com.clinni.testbed.infrastructure;

import java.util.Properties;
import java.util.function.BooleanSupplier;

/** Containers where an engine answers, else processes; {@code testbed.servers} decides instead. */
enum ServerKind {
    CONTAINERS,
    PROCESSES;

    private static final String SETTING = "testbed.servers";

    /** The engine is asked only where nobody decided: one that hangs would hold up the tests. */
    static ServerKind wanted(Properties settings, BooleanSupplier engineAnswers) {
        var written = settings.getProperty(SETTING, "").strip();
        return switch (written) {
            case "" -> engineAnswers.getAsBoolean() ? CONTAINERS : PROCESSES;
            case "containers" -> CONTAINERS;
            case "processes" -> PROCESSES;
            default ->
                    throw new IllegalArgumentException(
                            SETTING + " is containers or processes, not " + written + ".");
        };
    }
}

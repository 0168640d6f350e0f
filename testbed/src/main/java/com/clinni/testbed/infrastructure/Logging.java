package com.clinni.testbed.infrastructure;

import java.io.IOException;
import java.util.logging.LogManager;

/**
 * Configures the logs of our own processes: named in {@code -Djava.util.logging.config.class},
 * because the settings are in a jar and not in a file.
 */
public final class Logging {

    public static final String OPTION =
            "-Djava.util.logging.config.class=" + Logging.class.getName();

    public Logging() throws IOException {
        try (var settings = Logging.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        }
    }
}

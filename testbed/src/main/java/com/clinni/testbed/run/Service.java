package com.clinni.testbed.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The four services, each with the jar that production would run. It refers to no other class of
 * ours: the agent takes it alone into the services.
 */
public enum Service {
    APPOINTMENTS("appointments-service", "appointments"),
    REMINDERS("reminder-service", "reminders"),
    WHATSAPP("whatsapp-dispatcher", "whatsapp"),
    FALLBACK("fallback-dispatcher", "fallback");

    private final String module;
    private final String database;

    Service(String module, String database) {
        this.module = module;
        this.database = database;
    }

    /** The name of its module and of its process. */
    public String module() {
        return module;
    }

    /** The name of its database and of the role that owns it, if it has one. */
    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    Path jar(Path root) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public static Service named(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service is called " + module));
    }
}

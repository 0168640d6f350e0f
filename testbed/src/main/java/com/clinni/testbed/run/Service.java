package com.clinni.testbed.run;

import com.clinni.testbed.infrastructure.PostgresDatabases;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;

/** The four services, each with the jar that production would run. */
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

    /**
     * Its database in a local system that runs, as the superuser sees it: every row.
     *
     * @param data the system's data directory
     */
    public DataSource superuser(Path data, Ports ports) {
        var password = new Secrets(DataDirectory.at(data).secrets()).of("postgres");
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(ports.postgres());
        return new PostgresDatabases(url, "postgres", password).superuser(database);
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

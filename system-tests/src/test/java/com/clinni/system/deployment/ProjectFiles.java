package com.clinni.system.deployment;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.yaml.snakeyaml.Yaml;

/** The files of the project, by their path from its root. */
final class ProjectFiles {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final List<String> SERVICES =
            List.of(
                    "appointments-service",
                    "reminder-service",
                    "whatsapp-dispatcher",
                    "fallback-dispatcher");

    private ProjectFiles() {}

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> yaml(String file) {
        return new Yaml().load(read(file));
    }

    /** Those of the compose file. */
    @SuppressWarnings("unchecked") // what YAML is
    static Map<String, Map<String, Object>> containers() {
        return (Map<String, Map<String, Object>>) yaml("docker-compose.yml").get("services");
    }

    @SuppressWarnings("unchecked") // what YAML is
    static Map<String, Object> environment(String container) {
        return (Map<String, Object>) containers().get(container).get("environment");
    }

    /** A setting of a service: its own, or else what all services have in common. */
    static String setting(String service, String key) {
        var own = properties(service + "/src/main/resources/application.properties");
        var common =
                properties("platform/src/main/resources/META-INF/microprofile-config.properties");
        var value = own.getProperty(key, common.getProperty(key));
        if (value == null) {
            throw new IllegalStateException(key + " is set nowhere");
        }
        return value;
    }

    private static Properties properties(String file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}

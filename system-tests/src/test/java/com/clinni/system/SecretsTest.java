package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every secret that a container is given has one place it comes from, and none has a value here.
 */
class SecretsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern OF_COMPOSE = Pattern.compile("\\$\\{([A-Z_]+):\\?");
    private static final Pattern OF_ENV = Pattern.compile("(?m)^([A-Z_]+)=");

    /** An optional one is made by whoever runs Kafka, where it has users. */
    private static final Pattern OF_A_DEPLOYMENT =
            Pattern.compile("secretKeyRef:\\s+name: (\\S+)\\s+key: (\\S++)(?!\\s+optional: true)");

    private static final Pattern MADE = Pattern.compile("(?m)^secret (\\S+) (.+)$");
    private static final Pattern KEY = Pattern.compile("--from-literal=\"([a-z-]+)=\\$([A-Z_]+)\"");

    @Test
    void what_compose_needs_stands_in_the_example_and_nothing_else_without_a_value()
            throws IOException {
        var example = read(".env.example");

        assertThat(all(OF_ENV, example)).isEqualTo(all(OF_COMPOSE, read("docker-compose.yml")));
        assertThat(example.lines().filter(line -> line.matches("[A-Z_]+=.+"))).isEmpty();
    }

    @Test
    void every_key_that_a_deployment_names_is_made_from_the_same_secrets() throws IOException {
        var made = new TreeSet<String>();
        var from = new TreeSet<String>();
        var secrets = MADE.matcher(read("k8s/overlays/local/secrets.sh"));
        while (secrets.find()) {
            var keys = KEY.matcher(secrets.group(2));
            while (keys.find()) {
                made.add(secrets.group(1) + " " + keys.group(1));
                from.add(keys.group(2));
            }
        }

        assertThat(made).containsAll(named());
        assertThat(all(OF_ENV, read(".env.example"))).isEqualTo(from);
    }

    @Test
    void the_keys_of_webhooks_and_links_reach_the_service_that_checks_them() throws IOException {
        for (var file : List.of("docker-compose.yml", "k8s/base/fallback-dispatcher.yaml")) {
            assertThat(read(file)).contains("SMS_RECEIPTS_KEY", "PREFERENCES_KEY", "BOUNCES_KEY");
        }
    }

    @Test
    void all_services_that_digest_names_and_addresses_have_the_same_secret() throws IOException {
        assertThat(read("docker-compose.yml").split("DIGEST_SECRET: \\$\\{DIGEST_SECRET:", -1))
                .hasSize(4);
        for (var service :
                List.of("appointments-service", "whatsapp-dispatcher", "fallback-dispatcher")) {
            assertThat(read("k8s/base/" + service + ".yaml"))
                    .containsPattern(
                            "DIGEST_SECRET\\s+valueFrom:\\s+secretKeyRef:\\s+name: digest\\s");
        }
    }

    private static Set<String> named() throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.walk(ROOT.resolve("k8s"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                var keys = OF_A_DEPLOYMENT.matcher(Files.readString(file));
                while (keys.find()) {
                    named.add(keys.group(1) + " " + keys.group(2));
                }
            }
        }
        return named;
    }

    private static Set<String> all(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}

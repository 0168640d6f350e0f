package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Secrets of a local cluster: its script makes what the pods name, of what .env has. */
class ClusterSecretsTest {

    private static final Pattern SECRET = Pattern.compile("(?m)^secret ([a-z-]+) (.*)$");
    private static final Pattern ENTRY =
            Pattern.compile("--from-literal=\"([a-z-]+)=\\$([A-Z_]+)\"");

    private final String script = ProjectFiles.read("k8s/overlays/local/secrets.sh");

    @Test
    void every_secret_that_a_pod_cannot_start_without_is_made() {
        var made =
                SECRET.matcher(script)
                        .results()
                        .flatMap(
                                secret ->
                                        entries(secret.group(2))
                                                .map(key -> secret.group(1) + "/" + key))
                        .toList();
        var named =
                Manifests.rendered("k8s/overlays/local").containers().stream()
                        .flatMap(container -> container.getEnv().stream())
                        .map(ClusterSecretsTest::key)
                        .filter(Objects::nonNull)
                        .filter(key -> !Boolean.TRUE.equals(key.getOptional()))
                        .map(key -> key.getName() + "/" + key.getKey())
                        .distinct();

        assertThat(named).isNotEmpty().hasSameElementsAs(made);
    }

    @Test
    void every_secret_is_made_of_a_value_that_docker_secrets_makes() {
        var values = ProjectFiles.read(".env.example");

        assertThat(ENTRY.matcher(script).results().map(entry -> entry.group(2)))
                .isNotEmpty()
                .allMatch(name -> values.contains("\n" + name + "=\n"));
    }

    private static Stream<String> entries(String options) {
        return ENTRY.matcher(options).results().map(entry -> entry.group(1));
    }

    private static SecretKeySelector key(EnvVar variable) {
        return variable.getValueFrom() == null ? null : variable.getValueFrom().getSecretKeyRef();
    }
}

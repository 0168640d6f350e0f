package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What many share is enough for all of them: PostgreSQL's connections, a container's memory. */
class BudgetsTest {

    private static final int MIB = 1024 * 1024;

    /** For people, backups and PostgreSQL's own reserve. */
    private static final int OTHER_CONNECTIONS = 10;

    /** Stacks of some 150 threads, the collector and the JVM itself. */
    private static final int UNBOUNDED_MIB = 64;

    private static final Pattern LIMIT = Pattern.compile("max_connections=(\\d+)");

    @Test
    void connections_suffice_for_every_node_there_can_be_during_a_rollout() {
        var connections = 0;
        for (var deployment : Manifests.rendered("k8s/base").all(Deployment.class)) {
            var rollout = deployment.getSpec().getStrategy().getRollingUpdate();
            assertThat(rollout.getMaxSurge().getIntVal()).isEqualTo(1);
            assertThat(rollout.getMaxUnavailable().getIntVal()).isZero();
            // each node of the release before may still be ending when the last new one starts
            var nodes = 2 * deployment.getSpec().getReplicas();
            connections += nodes * pool(deployment.getMetadata().getName());
        }

        assertThat(connections).isEqualTo(240);
        assertThat(connections + OTHER_CONNECTIONS)
                .isLessThanOrEqualTo(limit(ProjectFiles.read("docker-compose.yml")))
                .isLessThanOrEqualTo(limit(ProjectFiles.read("k8s/overlays/local/postgres.yaml")));
        assertThat(ProjectFiles.read("docs/operations.md"))
                .contains("`max_connections` of " + (connections + OTHER_CONNECTIONS));
    }

    @Test
    void the_jvm_of_a_service_fits_into_its_container() {
        var flags = ProjectFiles.read("Dockerfile");
        var container =
                Manifests.rendered("k8s/base")
                        .pod("appointments-service")
                        .getSpec()
                        .getContainers()
                        .getFirst();
        var limit = mebibytes(container.getResources().getLimits().get("memory"));
        var service = (Map<?, ?>) ProjectFiles.yaml("docker-compose.yml").get("x-service");

        assertThat(needed(flags, limit)).isLessThanOrEqualTo(limit);
        assertThat(service.get("mem_limit")).isEqualTo(limit + "m");
        // the flags that were killed: 70 % of 512 MiB and no bound for the rest
        assertThat(needed(flags.replace("=50", "=70"), 512)).isGreaterThan(512);
    }

    @Test
    void the_jvm_of_kafka_fits_into_its_container_and_no_other_jvm_checks_it() {
        var kafka =
                Manifests.rendered("k8s/overlays/local")
                        .pod("kafka")
                        .getSpec()
                        .getContainers()
                        .getFirst();
        var heap =
                kafka.getEnv().stream()
                        .filter(variable -> variable.getName().equals("KAFKA_HEAP_OPTS"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();

        assertThat(heap).contains("-Xmx512m");
        assertThat(mebibytes(kafka.getResources().getLimits().get("memory"))).isEqualTo(1024);
        assertThat(ProjectFiles.environment("kafka")).containsEntry("KAFKA_HEAP_OPTS", heap);
        assertThat(ProjectFiles.containers().get("kafka").get("healthcheck"))
                .asString()
                .contains("/dev/tcp/127.0.0.1/19092")
                .doesNotContain("/opt/kafka/bin");
    }

    private static int needed(String flags, int limit) {
        var heap = limit * number(flags, "-XX:MaxRAMPercentage=(\\d+)") / 100;
        return heap
                + number(flags, "-XX:MaxMetaspaceSize=(\\d+)m")
                + number(flags, "-XX:ReservedCodeCacheSize=(\\d+)m")
                + number(flags, "-XX:MaxDirectMemorySize=(\\d+)m")
                + UNBOUNDED_MIB;
    }

    private static int pool(String service) {
        return Integer.parseInt(ProjectFiles.setting(service, "quarkus.datasource.jdbc.max-size"));
    }

    private static int limit(String file) {
        return number(file, LIMIT.pattern());
    }

    private static int number(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static int mebibytes(Quantity quantity) {
        return quantity.getNumericalAmount().intValueExact() / MIB;
    }
}

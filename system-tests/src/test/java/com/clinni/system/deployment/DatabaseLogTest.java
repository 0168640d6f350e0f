package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.infrastructure.PostgresServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL's own log quotes no row, in whatever way the server is started. */
class DatabaseLogTest {

    @Test
    void the_server_of_the_containers_is_told_to_be_terse() {
        assertTerse((List<?>) ProjectFiles.containers().get("postgres").get("command"));
    }

    @Test
    void the_server_of_a_cluster_is_told_to_be_terse() {
        assertTerse(
                Manifests.rendered("k8s/overlays/local")
                        .pod("postgres")
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getArgs());
    }

    private static void assertTerse(List<?> command) {
        assertThat(command.getFirst()).isEqualTo("postgres");
        for (var setting : PostgresServer.TERSE) {
            assertThat(command.indexOf(setting)).as(setting).isPositive();
            assertThat(command.get(command.indexOf(setting) - 1)).isEqualTo("-c");
        }
    }
}

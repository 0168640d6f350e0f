package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.infrastructure.PostgresServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL's own log quotes no row, in whatever way the server is started. */
class DatabaseLogTest {

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "k8s/overlays/local/postgres.yaml"})
    void the_server_is_told_to_be_terse(String file) {
        assertThat(ProjectFiles.read(file)).contains(PostgresServer.TERSE);
    }
}

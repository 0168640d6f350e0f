package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** Roles of the databases, as the manifests hand them out and as they are made. */
class DatabaseRolesTest {

    private final Manifests base = Manifests.rendered("k8s/base");

    @Test
    void a_service_signs_in_to_its_database_as_the_runtime_role_and_migrates_as_the_owner() {
        for (var service : ProjectFiles.SERVICES) {
            var database =
                    ProjectFiles.setting(service, "quarkus.datasource.jdbc.url")
                            .replaceFirst(".*/", "");
            var passwords = new HashMap<String, String>();
            base.pod(service)
                    .getSpec()
                    .getContainers()
                    .getFirst()
                    .getEnv()
                    .forEach(
                            variable -> {
                                if (variable.getName().endsWith("_PASSWORD")) {
                                    var secret = variable.getValueFrom().getSecretKeyRef();
                                    assertThat(secret.getName()).isEqualTo(database + "-database");
                                    passwords.put(variable.getName(), secret.getKey());
                                }
                            });

            assertThat(base.configuration(service))
                    .containsEntry("QUARKUS_DATASOURCE_USERNAME", database + "_runtime")
                    .containsEntry("QUARKUS_FLYWAY_USERNAME", database);
            assertThat(passwords)
                    .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "password")
                    .containsEntry("QUARKUS_FLYWAY_PASSWORD", "owner-password");
        }
    }

    /** Containers have no use of this machine's files, and kustomize takes none from outside. */
    @Test
    void the_roles_of_a_cluster_are_those_of_the_local_system() {
        assertThat(ProjectFiles.read("k8s/overlays/local/runtime-roles.sql"))
                .isEqualTo(
                        ProjectFiles.read(
                                "testbed/src/main/resources/com/clinni/testbed/infrastructure/runtime-roles.sql"));
    }
}

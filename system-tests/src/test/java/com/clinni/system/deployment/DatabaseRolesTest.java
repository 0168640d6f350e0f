package com.clinni.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Roles of the databases, as the manifests hand them out and as they are made. */
class DatabaseRolesTest {

    private final Manifests base = Manifests.rendered("k8s/base");

    @Test
    void a_service_signs_in_to_its_database_as_the_runtime_role_and_migrates_as_the_owner() {
        for (var service : ProjectFiles.SERVICES) {
            var database = database(service);
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

    @Test
    void a_container_does_so_too() {
        for (var service : ProjectFiles.SERVICES) {
            var database = database(service);
            var name = database.toUpperCase(Locale.ROOT);

            assertThat(ProjectFiles.environment(service))
                    .containsEntry("QUARKUS_DATASOURCE_USERNAME", database + "_runtime")
                    .containsEntry("QUARKUS_DATASOURCE_PASSWORD", secret(name + "_RUNTIME"))
                    .containsEntry("QUARKUS_FLYWAY_USERNAME", database)
                    .containsEntry("QUARKUS_FLYWAY_PASSWORD", secret(name + "_DATABASE"));
        }
    }

    /** Old volumes get them by it: it runs at every start, whatever is in the volume. */
    @Test
    void the_same_files_make_them_in_containers_and_in_a_cluster() {
        assertThat(ProjectFiles.containers().get("databases").get("volumes"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(
                        "./k8s/overlays/local/postgres-databases.sh:/databases/databases.sh:ro",
                        "./k8s/overlays/local/runtime-roles.sql:/databases/runtime-roles.sql:ro");
        assertThat(Manifests.rendered("k8s/overlays/local").configuration("postgres-databases"))
                .containsOnly(
                        Map.entry(
                                "databases.sh",
                                ProjectFiles.read("k8s/overlays/local/postgres-databases.sh")),
                        Map.entry(
                                "runtime-roles.sql",
                                ProjectFiles.read("k8s/overlays/local/runtime-roles.sql")));
    }

    /** Containers have no use of this machine's files, and kustomize takes none from outside. */
    @Test
    void the_roles_of_a_cluster_are_those_of_the_local_system() {
        assertThat(ProjectFiles.read("k8s/overlays/local/runtime-roles.sql"))
                .isEqualTo(
                        ProjectFiles.read(
                                "testbed/src/main/resources/com/clinni/testbed/infrastructure/runtime-roles.sql"));
    }

    private static String database(String service) {
        return ProjectFiles.setting(service, "quarkus.datasource.jdbc.url").replaceFirst(".*/", "");
    }

    private static String secret(String name) {
        return "${" + name + "_PASSWORD:?run docker/secrets.sh first}";
    }
}

package com.clinni.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RuntimeRoleCheckTest {

    private static Map<String, String> settings;

    @BeforeAll
    static void a_database_with_a_table() {
        settings = new KafkaAndPostgres().start();
        DatabaseAdmin.execute(
                "CREATE TABLE kept (clinic_id text); ALTER TABLE kept OWNER TO \"%s\""
                        .formatted(owner()));
    }

    @Test
    void the_runtime_role_may_start() {
        assertThat(refusals(runtime())).isEmpty();
    }

    @Test
    void the_owner_of_the_tables_is_refused() {
        assertThat(refusals(owner()))
                .singleElement()
                .asString()
                .contains("the tables' owner", "quarkus.datasource.username", "_runtime");
    }

    @Test
    void a_role_that_may_become_the_owner_bypasses_policies_or_is_a_superuser_is_refused() {
        for (var might :
                List.of(
                        "GRANT \"%2$s\" TO \"%1$s\" WITH INHERIT FALSE",
                        "REVOKE \"%2$s\" FROM \"%1$s\"; ALTER ROLE \"%1$s\" BYPASSRLS",
                        "ALTER ROLE \"%1$s\" NOBYPASSRLS SUPERUSER")) {
            DatabaseAdmin.execute(might.formatted(runtime(), owner()));
            assertThat(refusals(runtime())).singleElement().asString().contains("sees everything");
        }
        DatabaseAdmin.execute("ALTER ROLE \"%s\" NOSUPERUSER".formatted(runtime()));
        assertThat(refusals(runtime())).isEmpty();
    }

    @Test
    void a_role_that_may_not_become_what_the_policies_are_for_is_refused() {
        DatabaseAdmin.execute("REVOKE \"%s_app\" FROM \"%s\"".formatted(owner(), runtime()));
        assertThat(refusals(runtime()))
                .singleElement()
                .asString()
                .contains("may not become", "runtime-roles.sql");
        DatabaseAdmin.execute(
                "GRANT \"%s_app\" TO \"%s\" WITH INHERIT FALSE".formatted(owner(), runtime()));
    }

    private static List<String> refusals(String user) {
        return new RuntimeRoleCheck(
                        settings.get("quarkus.datasource.jdbc.url"),
                        user,
                        Optional.of(settings.get("quarkus.datasource.password")),
                        Map.of("logServerErrorDetail", "false"))
                .refusals()
                .toList();
    }

    private static String owner() {
        return settings.get("quarkus.flyway.username");
    }

    private static String runtime() {
        return settings.get("quarkus.datasource.username");
    }
}

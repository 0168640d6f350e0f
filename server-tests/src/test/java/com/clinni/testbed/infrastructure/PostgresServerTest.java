package com.clinni.testbed.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path directory;
    private PostgresServer server;
    private Process process;

    @AfterEach
    void stop() throws Exception {
        if (process != null) {
            end("INT");
        }
    }

    @Test
    void what_was_committed_survives_a_kill_and_a_role_sees_only_its_own_database()
            throws Exception {
        start(OperatingSystemUser.thatMayRunPostgres());
        server.databases().create("whatsapp", "secret", "runtime");
        server.databases().create("fallback", "other", "runtime");
        try (var connection = connect("whatsapp", "whatsapp", "secret")) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        end("KILL");
        start(OperatingSystemUser.thatMayRunPostgres());
        server.databases().create("whatsapp", "secret", "runtime");

        assertThat(answer()).isEqualTo(42);
        assertThatThrownBy(() -> connect("fallback", "whatsapp", "secret"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect("whatsapp", "whatsapp", "wrong"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_database_of_before_gets_the_roles_that_its_service_works_as() throws Exception {
        start(OperatingSystemUser.thatMayRunPostgres());
        try (var admin = connect("postgres", "postgres", "admin")) {
            admin.createStatement().execute("CREATE ROLE whatsapp LOGIN PASSWORD 'secret'");
            admin.createStatement().execute("CREATE DATABASE whatsapp OWNER whatsapp");
        }
        try (var owner = connect("whatsapp", "whatsapp", "secret")) {
            owner.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        server.databases().create("whatsapp", "secret", "runtime");
        server.databases().create("whatsapp", "secret", "runtime");

        assertThat(answer()).isEqualTo(42);
        try (var runtime = connect("whatsapp", "whatsapp_runtime", "runtime")) {
            assertRefused(runtime, "SELECT answer FROM kept");
            assertRefused(runtime, "SET ROLE whatsapp");
            for (var role : List.of("whatsapp_app", "whatsapp_staff", "whatsapp_loops")) {
                runtime.createStatement().execute("SET ROLE " + role);
                assertRefused(runtime, "SELECT answer FROM kept");
                assertRefused(runtime, "CREATE TABLE another (id int)");
                assertRefused(runtime, "CREATE TEMPORARY TABLE another (id int)");
            }
        }
    }

    @Test
    void its_log_quotes_neither_a_row_nor_a_statement_nor_its_values() throws Exception {
        start(OperatingSystemUser.thatMayRunPostgres());
        try (var admin = connect("postgres", "postgres", "admin")) {
            admin.createStatement()
                    .execute("CREATE TABLE patients (name text PRIMARY KEY, n int CHECK (n > 0))");
            var insert = admin.prepareStatement("INSERT INTO patients VALUES (?, ?)");
            for (var n : List.of(1, 1, 0)) {
                insert.setString(1, "Canaria " + Math.max(1, n));
                insert.setInt(2, n);
                try {
                    insert.execute();
                } catch (SQLException e) {
                    assertThat(e.getSQLState()).startsWith("23");
                }
            }
            assertThatThrownBy(
                            () -> admin.createStatement().execute("SELECT 'Canaria' FROM nowhere"))
                    .isInstanceOf(SQLException.class);
        }

        assertThat(Files.readString(log()))
                .contains("duplicate key value", "does not exist")
                .doesNotContain("Canaria", "INSERT");
    }

    private Path log() {
        return directory.resolve("postgres.log");
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatThrownBy(() -> connection.createStatement().execute(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void where_root_may_not_unshare_another_user_keeps_the_data() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can be another user");
        var another = OperatingSystemUser.of("nobody");
        try {
            start(another);
            server.databases().create("whatsapp", "secret", "runtime");
            connect("whatsapp", "whatsapp", "secret").close();
            assertThat(server.data()).isNotEqualTo(directory.resolve("data"));
        } finally {
            stop();
            Directories.delete(another.reachable(directory.resolve("data")));
            Directories.delete(another.reachable(directory.resolve("programs")));
        }
    }

    private void start(OperatingSystemUser account) throws Exception {
        server =
                PostgresServer.prepare(
                        account,
                        directory.resolve("programs"),
                        directory.resolve("data"),
                        FreePorts.any(),
                        "admin");
        var builder =
                new ProcessBuilder(server.command())
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile());
        do { // it gives up while what a killed one left is still ending
            process = builder.start();
            await().atMost(PATIENCE).until(() -> server.databases().answer() || !process.isAlive());
        } while (!process.isAlive());
    }

    private void end(String signal) throws Exception {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start().waitFor();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private Connection connect(String database, String role, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), role, password);
    }

    private int answer() throws SQLException {
        try (var connection = connect("whatsapp", "whatsapp", "secret");
                var result = connection.createStatement().executeQuery("SELECT answer FROM kept")) {
            result.next();
            return result.getInt(1);
        }
    }
}

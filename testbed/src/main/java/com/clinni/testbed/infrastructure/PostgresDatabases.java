package com.clinni.testbed.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/** The databases of a running PostgreSQL server, seen by somebody who may create them. */
public record PostgresDatabases(String adminUrl, String adminUser, String adminPassword) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final String INVALID_PASSWORD = "28";

    /** Waits until the server answers. */
    public void await() throws SQLException, InterruptedException {
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                connect(adminUrl).close();
                return;
            } catch (SQLException e) {
                var refused =
                        e.getSQLState() != null && e.getSQLState().startsWith(INVALID_PASSWORD);
                if (refused || System.nanoTime() > giveUpAt) {
                    throw e;
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }

    /** Whether the server takes connections now. */
    public boolean answer() {
        try {
            connect(adminUrl).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * A database, the role that owns it, and those that its service works as: a login that is
     * called as the database with {@code _runtime} behind it, and what it may become. What is there
     * already is kept, and has what it lacks.
     */
    public void create(String database, String ownerPassword, String runtimePassword)
            throws SQLException, IOException {
        try (var connection = connect(adminUrl)) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database)) {
                execute(connection, "CREATE ROLE %s LOGIN".formatted(quoted(database)));
            }
            setPassword(connection, database, ownerPassword);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(
                        connection,
                        "CREATE DATABASE %s OWNER %s"
                                .formatted(quoted(database), quoted(database)));
                execute(
                        connection,
                        "REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(quoted(database)));
            }
        }
        try (var connection = connect(url(database))) {
            execute(connection, runtimeRoles());
            setPassword(connection, runtimeRole(database), runtimePassword);
        }
    }

    /** Connections of the superuser to a database of this server. */
    public DataSource superuser(String database) {
        return new SuperuserConnections(url(database), adminUser, adminPassword);
    }

    /** The role that the service of a database signs in as. */
    public static String runtimeRole(String database) {
        return database + "_runtime";
    }

    /** A database of this server. */
    public String url(String database) {
        return adminUrl.replaceFirst("/[^/]*$", "/" + database);
    }

    private static String runtimeRoles() throws IOException {
        try (var in = PostgresDatabases.class.getResourceAsStream("runtime-roles.sql")) {
            return new String(
                    Objects.requireNonNull(in, "runtime-roles.sql").readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private static void setPassword(Connection connection, String role, String password)
            throws SQLException {
        execute(
                connection,
                "ALTER ROLE %s PASSWORD '%s'".formatted(quoted(role), password.replace("'", "''")));
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, adminUser, adminPassword);
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}

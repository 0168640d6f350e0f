package com.clinni.testbed.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

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
                connect().close();
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
            connect().close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** A role and a database that belongs to it; what is there already is kept. */
    public void create(String database, String role, String password) throws SQLException {
        try (var connection = connect()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                execute(connection, "CREATE ROLE %s LOGIN".formatted(quoted(role)));
            }
            execute(
                    connection,
                    "ALTER ROLE %s PASSWORD '%s'"
                            .formatted(quoted(role), password.replace("'", "''")));
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(
                        connection,
                        "CREATE DATABASE %s OWNER %s".formatted(quoted(database), quoted(role)));
                execute(
                        connection,
                        "REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(quoted(database)));
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(adminUrl, adminUser, adminPassword);
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

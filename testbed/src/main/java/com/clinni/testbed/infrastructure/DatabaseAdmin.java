package com.clinni.testbed.infrastructure;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The superuser of the database that the test run made last, which the service under test has, for
 * what a test does and the service itself may not: tables are emptied, triggers made, other
 * sessions watched.
 */
public final class DatabaseAdmin {

    private DatabaseAdmin() {}

    /** Runs statements of any kind, and commits them. */
    public static void execute(String sql) {
        try (var connection = dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("a statement of a test failed", e);
        }
    }

    /** Connections of the superuser, each a new one, and not by the link that tests cut. */
    public static DataSource dataSource() {
        try {
            var servers = TestServers.running();
            return new SuperuserConnections(
                    servers.jdbcUrl(KafkaAndPostgres.lastDatabase()),
                    servers.adminUser(),
                    servers.adminPassword());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL started.", e);
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL is not there.", e);
        }
    }
}

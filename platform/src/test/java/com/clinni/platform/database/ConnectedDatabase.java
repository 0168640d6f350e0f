package com.clinni.platform.database;

import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A {@link Database} on a server of its own, for tests without a service. */
public final class ConnectedDatabase {

    private static final PGSimpleDataSource SOURCE = source();

    private ConnectedDatabase() {}

    public static Database connect() {
        return new Database(SOURCE);
    }

    /** Runs statements that no service would, such as those of a migration. */
    public static void execute(String statements) throws SQLException {
        try (var connection = SOURCE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static PGSimpleDataSource source() {
        var settings = new KafkaAndPostgres().start();
        var source = new PGSimpleDataSource();
        source.setUrl(settings.get("quarkus.datasource.jdbc.url"));
        source.setUser(settings.get("quarkus.flyway.username"));
        source.setPassword(settings.get("quarkus.flyway.password"));
        return source;
    }
}

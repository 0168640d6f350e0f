package com.clinni.platform.isolation;

import com.clinni.platform.startup.StartCheck;
import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Objects to a start as a role that PostgreSQL's policies do not bind, or that may undo them, and
 * to one that may not become what the policies are for. It signs in by itself, because the pool
 * gives nothing out to a role that is not right.
 */
@Singleton
class RuntimeRoleCheck implements StartCheck {

    private static final String ADVICE =
            " Let quarkus.datasource.username be the database's name with _runtime behind it, whose"
                    + " roles runtime-roles.sql makes, and quarkus.flyway.username the owner.";

    /** Of whoever signed in; who is a member of a table's owner may do what the owner may. */
    private static final String RIGHTS =
            """
            SELECT rolsuper OR rolbypassrls OR EXISTS (
                SELECT FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                    AND pg_has_role(relowner, 'MEMBER')),
                (SELECT count(*) FILTER (WHERE pg_has_role(oid, 'SET')) = 3 FROM pg_roles
                WHERE rolname IN (current_database() || '_app', current_database() || '_staff',
                    current_database() || '_loops'))
            FROM pg_roles WHERE rolname = session_user\
            """;

    private final String url;
    private final String user;
    private final Optional<String> password;
    private final Map<String, String> properties;

    RuntimeRoleCheck(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties")
                    Map<String, String> properties) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.properties = properties;
    }

    private Properties asThePoolDoes() {
        var all = new Properties();
        all.putAll(properties);
        all.setProperty("user", user);
        password.ifPresent(known -> all.setProperty("password", known));
        return all;
    }

    @Override
    public Stream<String> refusals() {
        try (var connection = DriverManager.getConnection(url, asThePoolDoes());
                var statement = connection.createStatement();
                var rights = statement.executeQuery(RIGHTS)) {
            rights.next();
            if (rights.getBoolean(1)) {
                return Stream.of(
                        "The role that this service signs in to PostgreSQL as sees everything,"
                                + " whoever asks: it is a superuser, bypasses row-level security or"
                                + " has the rights of the tables' owner."
                                + ADVICE);
            }
            return rights.getBoolean(2)
                    ? Stream.empty()
                    : Stream.of(
                            "The role that this service signs in to PostgreSQL as may not become"
                                    + " the roles of its database that end with _app, _staff and"
                                    + " _loops."
                                    + ADVICE);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the rights in PostgreSQL cannot be read: SQLSTATE " + e.getSQLState(), e);
        }
    }
}

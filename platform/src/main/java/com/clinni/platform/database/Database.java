package com.clinni.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs named statements on the service's database, inside the current transaction if there is one.
 *
 * <p>Every method takes a value for each of the statement's parameters, null included; a value may
 * be an {@code Instant}, a {@code Duration} (in milliseconds), an enum constant (by name), a
 * collection of these (one array), or what the driver knows. A parameter without a value is an
 * {@code IllegalArgumentException}. Whatever PostgreSQL does not do is a {@link DatabaseException}.
 */
@ApplicationScoped
public class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** The rows a statement returns, in its order. */
    public <T> List<T> query(
            Sql sql, Map<String, ? extends @Nullable Object> values, Row.Reader<T> reader) {
        return run(
                sql,
                values,
                statement -> {
                    var rows = new ArrayList<T>();
                    try (var result = statement.executeQuery()) {
                        var row = new Row(result);
                        while (result.next()) {
                            rows.add(reader.read(row));
                        }
                    }
                    return rows;
                });
    }

    /** The first row a statement returns, if it returns any. */
    public <T> Optional<T> first(
            Sql sql, Map<String, ? extends @Nullable Object> values, Row.Reader<T> reader) {
        return query(sql, values, reader).stream().findFirst();
    }

    /** How many rows a statement changed. */
    public int update(Sql sql, Map<String, ? extends @Nullable Object> values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    private <T> T run(Sql sql, Map<String, ? extends @Nullable Object> values, Work<T> work) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql.jdbc())) {
            var index = 0;
            for (var parameter : sql.parameters()) {
                if (!values.containsKey(parameter)) {
                    throw new IllegalArgumentException(sql.name() + " needs " + parameter);
                }
                statement.setObject(++index, Values.forJdbc(connection, values.get(parameter)));
            }
            return work.of(statement);
        } catch (SQLException e) {
            throw new DatabaseException(sql.name(), e);
        }
    }

    private interface Work<T> {
        T of(PreparedStatement statement) throws SQLException;
    }
}

package com.clinni.appointments;

import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Runs the SQL of tests as the service, on the connection of the current transaction. */
@ApplicationScoped
public class TestDatabase {

    private static final Caller TEST = Caller.thisService("test");

    private final DataSource dataSource;

    public TestDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes a value of the row the cursor stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
        try (var connection = connect();
                var statement = prepare(connection, sql, arguments);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("a statement of a test failed", e);
        }
    }

    /** How many rows it touched. */
    public int update(String sql, Object... arguments) {
        try (var connection = connect();
                var statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a statement of a test failed", e);
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        var read = row.getObject(column, java.time.OffsetDateTime.class);
        return read == null ? null : read.toInstant();
    }

    /** The threads of tests act for nobody by themselves. */
    private Connection connect() {
        return CurrentCaller.call(
                TEST,
                () -> {
                    try {
                        return dataSource.getConnection();
                    } catch (SQLException e) {
                        throw new IllegalStateException("a test has no connection", e);
                    }
                });
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, toJdbc(connection, arguments[i]));
        }
        return statement;
    }

    private static Object toJdbc(Connection connection, Object argument) throws SQLException {
        return switch (argument) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Instant[] instants -> connection.createArrayOf("text", texts(instants));
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case String[] texts -> connection.createArrayOf("text", texts);
            case Integer[] numbers -> connection.createArrayOf("int4", numbers);
            case Long[] numbers -> connection.createArrayOf("int8", numbers);
            case Boolean[] flags -> connection.createArrayOf("bool", flags);
            case byte[][] values -> connection.createArrayOf("bytea", values);
            case null -> null;
            default -> argument;
        };
    }

    /** As text, which every timestamptz[] cast reads without a time zone of the session. */
    private static String[] texts(Instant[] instants) {
        var texts = new String[instants.length];
        for (var i = 0; i < texts.length; i++) {
            texts[i] = instants[i] == null ? null : instants[i].toString();
        }
        return texts;
    }
}

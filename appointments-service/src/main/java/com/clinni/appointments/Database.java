package com.clinni.appointments;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Runs SQL on the connection of the current transaction. Batches travel as arrays. */
@ApplicationScoped
public class Database {

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes a value of the row the cursor stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
        try (var connection = dataSource.getConnection();
                var statement = prepare(connection, sql, arguments);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new DatabaseTrouble(e);
        }
    }

    /** How many rows it touched. */
    public int update(String sql, Object... arguments) {
        try (var connection = dataSource.getConnection();
                var statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble(e);
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        var read = row.getObject(column, java.time.OffsetDateTime.class);
        return read == null ? null : read.toInstant();
    }

    /** The state of the first database error behind an exception; empty text when it has none. */
    public static Optional<String> sqlStateOf(Throwable thrown) {
        for (var e = thrown; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql) {
                return Optional.of(sql.getSQLState() == null ? "" : sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    /**
     * PostgreSQL refuses the values themselves, 54 for being larger than an index takes: trying
     * again does not help.
     */
    public static boolean isDataError(String sqlState) {
        return sqlState.startsWith("22") || sqlState.startsWith("23") || sqlState.startsWith("54");
    }

    /** Lock not available in time, deadlock, or another node was first. */
    public static boolean isContention(String sqlState) {
        return sqlState.equals("55P03") || sqlState.startsWith("40");
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

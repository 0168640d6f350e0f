package com.clinni.fallback.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The values of one execution, by name. Null is a value; a name never given is a defect. */
public final class Parameters {

    private record Column(String type, Object[] values) {}

    private final Map<String, Object> values = new HashMap<>();

    /** Starts with one value. */
    public static Parameters of(String name, Object value) {
        return new Parameters().and(name, value);
    }

    /** For a statement without any. */
    public static Parameters none() {
        return new Parameters();
    }

    /** One more value. */
    public Parameters and(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** One column of many rows, for {@code unnest}: {@code type} is the PostgreSQL element type. */
    public <T> Parameters column(
            String name, String type, Collection<T> rows, Function<T, Object> value) {
        return and(name, new Column(type, rows.stream().map(value).map(this::plain).toArray()));
    }

    void bind(PreparedStatement statement, Sql sql) throws SQLException {
        var names = sql.parameters();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no value for parameter " + name);
            }
            statement.setObject(i + 1, bindable(statement.getConnection(), values.get(name)));
        }
    }

    private Object bindable(Connection connection, Object value) throws SQLException {
        return value instanceof Column(String type, Object[] rows)
                ? connection.createArrayOf(type, typed(type, rows))
                : plain(value);
    }

    /** The driver writes arrays of bytes only from an array of byte arrays. */
    private static Object[] typed(String type, Object[] rows) {
        if (!type.equals("bytea")) {
            return rows;
        }
        var bytes = new byte[rows.length][];
        for (var i = 0; i < rows.length; i++) {
            bytes[i] = (byte[]) rows[i];
        }
        return bytes;
    }

    private Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Duration duration -> duration.toMillis();
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }
}

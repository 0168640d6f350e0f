package com.clinni.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/**
 * A row of a result, read by column name. Text, bytes, ids, instants and constants are null where
 * the column is; numbers are 0 and flags false. The table says which columns may be null, not these
 * types.
 */
@NullUnmarked
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    public int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }

    public UUID uuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public Instant instant(String column) throws SQLException {
        var at = result.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** The column in a type that the driver knows, such as {@code LocalDate} or {@code Integer}. */
    public <T> T value(String column, Class<T> type) throws SQLException {
        return result.getObject(column, type);
    }

    /** The constant of that name. */
    public <E extends Enum<E>> E constant(String column, Class<E> kind) throws SQLException {
        var name = result.getString(column);
        return name == null ? null : Enum.valueOf(kind, name);
    }
}

package com.clinni.fallback.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of one row, by name. */
public final class Columns {

    private interface Getter<T> {
        T get() throws SQLException;
    }

    private final ResultSet row;

    Columns(ResultSet row) {
        this.row = row;
    }

    public UUID uuid(String name) {
        return get(() -> row.getObject(name, UUID.class));
    }

    public String text(String name) {
        return get(() -> row.getString(name));
    }

    public byte[] bytes(String name) {
        return get(() -> row.getBytes(name));
    }

    public int integer(String name) {
        return get(() -> row.getInt(name));
    }

    public long number(String name) {
        return get(() -> row.getLong(name));
    }

    public boolean flag(String name) {
        return get(() -> row.getBoolean(name));
    }

    /** An instant, or null. */
    public Instant instant(String name) {
        var at = get(() -> row.getObject(name, OffsetDateTime.class));
        return at == null ? null : at.toInstant();
    }

    /** A constant by its name, or null. */
    public <E extends Enum<E>> E constant(String name, Class<E> kind) {
        var written = text(name);
        return written == null ? null : Enum.valueOf(kind, written);
    }

    private static <T> T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException e) {
            throw Database.failure(e);
        }
    }
}

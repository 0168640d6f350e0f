package com.clinni.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns values into what PostgreSQL's driver takes. A collection is one array parameter. */
final class Values {

    private static final String BYTES = "bytea";

    private Values() {}

    static @Nullable Object forJdbc(Connection connection, @Nullable Object value)
            throws SQLException {
        return switch (value) {
            case null -> null;
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Duration duration -> duration.toMillis();
            case Enum<?> constant -> constant.name();
            case Collection<?> list -> connection.createArrayOf(typeOf(list), elements(list));
            default -> value;
        };
    }

    /** The driver knows bytes in an array of byte arrays only. */
    private static Object[] elements(Collection<?> list) {
        return typeOf(list).equals(BYTES)
                ? list.toArray(byte[][]::new)
                : list.stream().map(Values::element).toArray();
    }

    /** Instants travel as text, which a cast to timestamptz[] reads in any session's zone. */
    private static @Nullable Object element(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> at.toString();
            case Duration duration -> duration.toMillis();
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }

    /** Lists of nothing but nulls travel as text, as texts do: the statement casts its arrays. */
    private static String typeOf(Collection<?> list) {
        return switch (list.stream().filter(Objects::nonNull).findFirst().orElse(null)) {
            case Integer _ -> "int4";
            case Long _ -> "int8";
            case Duration _ -> "int8";
            case Boolean _ -> "bool";
            case byte[] _ -> BYTES;
            case UUID _ -> "uuid";
            case null, default -> "text";
        };
    }
}

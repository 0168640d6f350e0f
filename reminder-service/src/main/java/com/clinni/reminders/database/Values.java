package com.clinni.reminders.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

/** How values of the house travel to PostgreSQL. A list is one array parameter. */
final class Values {

    private static final String BYTES = "bytea";

    private Values() {}

    static Object forJdbc(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Collection<?> list -> connection.createArrayOf(typeOf(list), elements(list));
            default -> value;
        };
    }

    /** The driver knows bytes in an array of byte arrays only. */
    private static Object[] elements(Collection<?> list) {
        return typeOf(list).equals(BYTES)
                ? list.toArray(byte[][]::new)
                : list.stream()
                        .map(each -> each instanceof Instant at ? at.toString() : each)
                        .toArray();
    }

    /** Lists of nothing but nulls travel as text, as texts do: the statement casts its arrays. */
    private static String typeOf(Collection<?> list) {
        return switch (list.stream().filter(Objects::nonNull).findFirst().orElse(null)) {
            case Integer _ -> "int4";
            case Long _ -> "int8";
            case byte[] _ -> BYTES;
            case UUID _ -> "uuid";
            case null, default -> "text";
        };
    }
}

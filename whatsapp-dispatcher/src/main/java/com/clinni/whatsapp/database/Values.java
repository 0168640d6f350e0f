package com.clinni.whatsapp.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** How values of the house travel to PostgreSQL. A list is one array parameter. */
final class Values {

    private Values() {}

    static Object forJdbc(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case Collection<?> list ->
                    connection.createArrayOf(
                            typeOf(list), list.stream().map(Values::element).toArray());
            default -> value;
        };
    }

    private static Object element(Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> at.toString();
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }

    /** Nulls and empty lists travel as text: the statement casts its arrays. */
    private static String typeOf(Collection<?> list) {
        return switch (list.stream().filter(e -> e != null).findFirst().orElse(null)) {
            case Integer _ -> "int4";
            case Long _ -> "int8";
            case Boolean _ -> "bool";
            case byte[] _ -> "bytea";
            case UUID _ -> "uuid";
            case null, default -> "text";
        };
    }
}

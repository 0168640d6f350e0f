package com.clinni.reminders.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/** How values of the house travel to PostgreSQL. A list is one array parameter. */
final class Values {

    private Values() {}

    static Object forJdbc(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Collection<?> list -> connection.createArrayOf(typeOf(list), list.toArray());
            default -> value;
        };
    }

    private static String typeOf(Collection<?> list) {
        return list.stream().anyMatch(Integer.class::isInstance) ? "int4" : "text";
    }
}

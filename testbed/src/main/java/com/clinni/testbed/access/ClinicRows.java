package com.clinni.testbed.access;

import com.clinni.testbed.infrastructure.DatabaseAdmin;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All rows of a clinic in a service's tables, but those of the access log. */
final class ClinicRows {

    private ClinicRows() {}

    static List<String> of(String clinicId) {
        try (var connection = DatabaseAdmin.dataSource().getConnection()) {
            var rows = new ArrayList<String>();
            for (var table : tables(connection)) {
                var sql =
                        "SELECT '%1$s ' || t::text FROM %1$s t WHERE clinic_id = ? ORDER BY 1"
                                .formatted(table);
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setString(1, clinicId);
                    var found = statement.executeQuery();
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError("the clinic's rows cannot be read", e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                """
                                SELECT attrelid::regclass::text FROM pg_attribute JOIN pg_class t ON t.oid = attrelid
                                WHERE attname = 'clinic_id' AND relkind = 'r' AND relnamespace = 'public'::regnamespace
                                    AND relname <> 'access_log'
                                ORDER BY 1
                                """)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}

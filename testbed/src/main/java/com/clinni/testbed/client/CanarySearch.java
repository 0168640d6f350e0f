package com.clinni.testbed.client;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * A search of a whole database for words, in every column of every table, whatever its type: bytes
 * are searched as they are, all else as text.
 */
public final class CanarySearch {

    private static final String COLUMNS =
            """
            SELECT quote_ident(table_name) AS name, quote_ident(column_name) AS field, data_type
            FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
            ORDER BY 1, 2
            """;

    private CanarySearch() {}

    private record Field(String table, String name, boolean isBytes) {

        private String condition() {
            return isBytes ? "position(? IN %s) > 0" : "strpos(lower(%s::text), ?) > 0";
        }

        String sql() {
            return "SELECT EXISTS (SELECT FROM %s WHERE %s)"
                    .formatted(table, condition().formatted(name));
        }
    }

    /** The columns in which one of these words stands, as {@code table.column: word}. */
    public static List<String> find(DataSource database, String... words) {
        try (var connection = database.getConnection()) {
            var found = new ArrayList<String>();
            for (var field : fields(connection)) {
                for (var word : words) {
                    if (contains(connection, field, word)) {
                        found.add("%s.%s: %s".formatted(field.table(), field.name(), word));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be searched", e);
        }
    }

    /**
     * Other spellings in which a number may stand: with its plus, without, and in its own country.
     */
    public static String[] spellings(String e164, String... words) {
        var all = new ArrayList<>(Arrays.asList(words));
        all.add(e164.substring(1));
        all.add(e164.substring(e164.length() - 9));
        return all.toArray(String[]::new);
    }

    private static List<Field> fields(Connection connection) throws SQLException {
        var fields = new ArrayList<Field>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                fields.add(
                        new Field(
                                rows.getString("name"),
                                rows.getString("field"),
                                rows.getString("data_type").equals("bytea")));
            }
        }
        return fields;
    }

    private static boolean contains(Connection connection, Field field, String word)
            throws SQLException {
        try (var statement = connection.prepareStatement(field.sql())) {
            if (field.isBytes()) {
                statement.setBytes(1, word.getBytes(StandardCharsets.UTF_8));
            } else {
                statement.setString(1, word.toLowerCase(java.util.Locale.ROOT));
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}

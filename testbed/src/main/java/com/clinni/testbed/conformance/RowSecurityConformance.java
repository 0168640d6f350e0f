package com.clinni.testbed.conformance;

import com.clinni.testbed.infrastructure.DatabaseAdmin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Checks in PostgreSQL that every table of a service is bound by policies, and whom they let at it.
 * A table with a {@code clinic_id} is bound by it, and needs no more.
 */
public interface RowSecurityConformance {

    /**
     * What callers of named clinics may do at tables without a {@code clinic_id}, as the migration
     * with the reasons says: {@code outbox INSERT}.
     */
    List<String> sharedWithCallersOfClinics();

    @Test
    default void every_table_binds_everybody_by_policies() throws SQLException {
        var unbound =
                read(
                        """
                        SELECT relname FROM pg_class t
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                            AND relname <> 'flyway_schema_history'
                            AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (
                                SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND polname = 'every_clinic'))
                        """);

        must(unbound.isEmpty(), "bound by policies: " + unbound);
    }

    @Test
    default void every_row_of_a_clinic_is_bound_by_its_clinic_and_every_other_by_a_reason()
            throws SQLException {
        var bound = "clinic_id = ANY (( SELECT string_to_array(current_setting('app.clinics'";
        var odd =
                read(
                        """
                        SELECT tablename || ' ' || cmd COLLATE "C" FROM pg_policies
                        WHERE current_database() || '_app' = ANY (roles)
                            AND NOT (cmd = 'ALL' AND starts_with(qual, '(%s') AND with_check IS NULL)
                        ORDER BY 1
                        """
                                .formatted(bound.replace("'", "''")));
        must(odd.equals(sharedWithCallersOfClinics()), "no other table is shared: " + odd);
        var unbound =
                read(
                        """
                        SELECT relname FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                            AND attname = 'clinic_id' AND NOT attisdropped AND NOT EXISTS (
                                SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND polname = 'named_clinics')
                        """);
        must(unbound.isEmpty(), "bound by their clinic: " + unbound);
    }

    @Test
    default void nobody_but_the_owner_may_change_tables_and_nobody_reads_what_flyway_keeps()
            throws SQLException {
        var mighty =
                read(
                        """
                        SELECT rolname FROM pg_roles r
                        WHERE rolname IN (current_database() || '_runtime', current_database() || '_app',
                                current_database() || '_staff', current_database() || '_loops')
                            AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
                                OR has_schema_privilege(oid, 'public', 'CREATE')
                                OR has_table_privilege(oid, 'flyway_schema_history', 'SELECT')
                                OR EXISTS (SELECT FROM pg_class WHERE relowner = r.oid))
                        """);

        must(mighty.isEmpty(), "bound: " + mighty);
    }

    @Test
    default void whoever_signs_in_may_do_nothing_before_it_is_somebody() throws SQLException {
        var open =
                read(
                        """
                        SELECT relname FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                            AND has_any_column_privilege(
                                current_database() || '_runtime', oid, 'SELECT, INSERT, UPDATE')
                        """);

        must(open.isEmpty(), "closed to the runtime role itself: " + open);
    }

    private static List<String> read(String sql) throws SQLException {
        try (var connection = DatabaseAdmin.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var read = new ArrayList<String>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        }
    }

    private static void must(boolean isTrue, String what) {
        if (!isTrue) {
            throw new AssertionError("not " + what);
        }
    }
}

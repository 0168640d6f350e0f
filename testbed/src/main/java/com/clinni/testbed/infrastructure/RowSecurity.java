package com.clinni.testbed.infrastructure;

/**
 * PostgreSQL's row-level security in the database of the service under test, lifted and put back so
 * that both can be measured in one run.
 */
public final class RowSecurity {

    private static final String CHANGE =
            """
            DO $$
            DECLARE
                name text;
            BEGIN
                FOR name IN SELECT relname FROM pg_class
                    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                        AND relname <> 'flyway_schema_history'
                LOOP
                    EXECUTE format('ALTER TABLE %%I %s ROW LEVEL SECURITY', name);
                END LOOP;
                EXECUTE format('GRANT %%I TO %%I WITH INHERIT %s, SET TRUE',
                    current_database() || '_loops', current_database() || '_runtime');
            END $$\
            """;

    private RowSecurity() {}

    /** No table has policies, and whoever signs in has the rights of the service's tasks. */
    public static void lift() {
        DatabaseAdmin.execute(CHANGE.formatted("DISABLE", "TRUE"));
    }

    /** As the migrations left it. */
    public static void restore() {
        DatabaseAdmin.execute(CHANGE.formatted("ENABLE", "FALSE"));
    }
}

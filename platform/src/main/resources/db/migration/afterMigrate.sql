-- Row-level security for every table, whichever migration made it: run after each migration, and changes nothing where nothing is to change.
-- A row with a clinic_id is its clinic's: callers of named clinics see and write those of their clinics. Callers of every clinic, and the
-- service's own tasks, see and write all; theirs is a policy of its own, because one policy with OR would not use indexes. A table without
-- clinic_id is for these two only, unless a migration of its service lets callers of named clinics at it.
DO $$
DECLARE
    app   text := current_database() || '_app';
    staff text := current_database() || '_staff';
    loops text := current_database() || '_loops';
    each  record;
    may   text;
BEGIN
    -- Two nodes that start together take turns.
    PERFORM pg_advisory_xact_lock(hashtext('row-level-security'));
    IF (SELECT count(*) FROM pg_roles WHERE rolname IN (app, staff, loops)) < 3 THEN
        RAISE EXCEPTION 'The roles that the service works as (%, % and %) are missing: run runtime-roles.sql in this database, as a superuser.',
            app, staff, loops;
    END IF;
    FOR each IN
        SELECT oid, relname AS name, relrowsecurity AND relforcerowsecurity AS bound,
            EXISTS (SELECT FROM pg_attribute WHERE attrelid = t.oid AND attname = 'clinic_id' AND NOT attisdropped) AS of_clinics
        FROM pg_class t
        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND relname <> '${flyway:table}'
    LOOP
        IF NOT each.bound THEN
            EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', each.name);
        END IF;
        may := CASE each.name WHEN 'access_log' THEN 'SELECT, INSERT' ELSE 'SELECT, INSERT, UPDATE, DELETE' END;
        IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = each.oid AND polname = 'every_clinic') THEN
            EXECUTE format('CREATE POLICY every_clinic ON %I TO %I, %I USING (true)', each.name, staff, loops);
            EXECUTE format('GRANT %s ON %I TO %I, %I', may, each.name, staff, loops);
        END IF;
        -- What people did is recorded whatever they did it to: what they were refused, too. It is forgotten by age, by a function of the owner's.
        IF each.name = 'access_log' AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = each.oid AND polname = 'recorded') THEN
            EXECUTE format('CREATE POLICY recorded ON %I FOR INSERT TO %I WITH CHECK (true)', each.name, app);
            EXECUTE format('CREATE POLICY forgotten_by_age ON %I TO %I USING (true)', each.name, current_user);
        END IF;
        IF each.of_clinics AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = each.oid AND polname = 'named_clinics') THEN
            EXECUTE format(
                'CREATE POLICY named_clinics ON %I TO %I '
                    'USING (clinic_id = ANY ((SELECT string_to_array(current_setting(''app.clinics'', true), '',''))::text[]))',
                each.name, app);
            EXECUTE format('GRANT %s ON %I TO %I', may, each.name, app);
        END IF;
    END LOOP;
    FOR each IN
        SELECT oid, relname AS name FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace
            AND CASE relkind WHEN 'S' THEN NOT has_sequence_privilege(loops, oid, 'USAGE') ELSE false END
    LOOP
        EXECUTE format('GRANT USAGE ON SEQUENCE %I TO %I, %I', each.name, staff, loops);
    END LOOP;
END
$$;

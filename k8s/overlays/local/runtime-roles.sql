-- Makes the roles that a service works as, in the database that a superuser runs this in. The database's owner only migrates it.
-- May be run again at any time, and is at every start. The runtime role's password is set by whoever runs it.
DO $$
DECLARE
    name text;
    runtime text := current_database() || '_runtime';
BEGIN
    -- Whoever signs in may do nothing, but become one of the three.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = runtime) THEN
        EXECUTE format('CREATE ROLE %I', runtime);
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION', runtime);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), runtime);
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());

    -- Callers of named clinics, callers of every clinic, and the service's own tasks.
    FOREACH name IN ARRAY ARRAY[current_database() || '_app', current_database() || '_staff', current_database() || '_loops'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I', name);
        END IF;
        EXECUTE format('ALTER ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION', name);
        EXECUTE format('GRANT %I TO %I WITH INHERIT FALSE, SET TRUE, ADMIN FALSE', name, runtime);
    END LOOP;
END
$$;

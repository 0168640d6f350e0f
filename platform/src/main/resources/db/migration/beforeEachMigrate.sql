-- A migration sees the rows that it changes: without this the policies, which bind the tables' owner too, would hide every one of them from it.
-- afterMigrate.sql binds the owner again. Nothing but migrations runs as the owner.
DO $$
DECLARE
    bound regclass;
BEGIN
    FOR bound IN
        SELECT oid FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relforcerowsecurity AND pg_has_role(relowner, 'USAGE')
    LOOP
        EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', bound);
    END LOOP;
END
$$;

-- Tables of no clinic, and what a request on behalf of one needs of them. All others are for every clinic's callers and the service's tasks.
-- A change tells of itself; nobody but the relay reads what was told.
GRANT INSERT ON outbox TO "${flyway:database}_app";
CREATE POLICY told_by_a_change ON outbox FOR INSERT TO "${flyway:database}_app" WITH CHECK (true);

-- A clinic is asked to write again to a number that had said no to the line, which all clinics share.
GRANT SELECT ON opt_out TO "${flyway:database}_app";
CREATE POLICY asked_for_a_number ON opt_out FOR SELECT TO "${flyway:database}_app" USING (true);

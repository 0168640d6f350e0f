-- What people and other services did and read, why, and what came of it. Rows are only ever added: whoever the service runs as
-- has SELECT and INSERT and no more.
CREATE TABLE access_log (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    subject    text        NOT NULL,
    role       text        NOT NULL,
    clinic_id  text,
    action     text        NOT NULL,
    subject_id text,
    reason     text,
    outcome    text        NOT NULL,
    request_id text
);

-- GET /audit reads newest first: all, a clinic's, or what happened to one thing.
CREATE INDEX access_log_at ON access_log (at DESC, id DESC);
CREATE INDEX access_log_clinic ON access_log (clinic_id, at DESC, id DESC) WHERE clinic_id IS NOT NULL;
CREATE INDEX access_log_subject ON access_log (subject_id, at DESC, id DESC) WHERE subject_id IS NOT NULL;

-- The one way in which rows go: what is older than two years, whatever the caller asks for. It runs as the table's owner.
CREATE FUNCTION forget_access_log(before timestamptz, most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    forgotten integer;
BEGIN
    DELETE FROM public.access_log WHERE id IN (
        SELECT id FROM public.access_log
        WHERE at < least(before, now() - interval '2 years')
        ORDER BY at, id LIMIT most);
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    RETURN forgotten;
END $$;

-- Why medical words passed stands in the log from now on; who answered for them was typed until now.
INSERT INTO access_log (at, subject, role, clinic_id, action, subject_id, reason, outcome)
SELECT saved_at, override_by, 'NOBODY', clinic_id, 'MEDICAL_WORDS_OVERRIDDEN', kind, override_reason, 'DONE'
FROM template WHERE override_by IS NOT NULL ORDER BY saved_at;
ALTER TABLE template DROP COLUMN override_reason;

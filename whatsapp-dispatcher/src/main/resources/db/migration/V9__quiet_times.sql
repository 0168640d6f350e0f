-- The times at which a message may not leave: the service tells them when it stores the message, and nothing here decides about
-- a clinic's hours any more. A service of before this finds no "zone" and waits with its intake until it is replaced.
ALTER TABLE message ADD COLUMN quiet_times tstzmultirange NOT NULL DEFAULT '{}';

-- Messages that wait, or may wait again, keep the quiet hours they came with, for as long as the service would tell them.
UPDATE message AS m SET quiet_times = (
    SELECT coalesce(range_agg(tstzrange(least(begins, ends), ends)), '{}')
    FROM generate_series(
            (m.changed_at AT TIME ZONE m.zone)::date - 1,
            least(m.send_before, greatest(m.changed_at, now()) + interval '60 days') AT TIME ZONE m.zone,
            interval '1 day') AS day,
        LATERAL (SELECT (day::date + m.quiet_from) AT TIME ZONE m.zone AS begins,
            (day::date + m.quiet_to + CASE WHEN m.quiet_to < m.quiet_from THEN interval '1 day' ELSE '0' END)
                AT TIME ZONE m.zone AS ends) AS hours)
WHERE m.quiet_from <> m.quiet_to AND m.state IN ('WAITING', 'SENDING', 'IN_DOUBT');

ALTER TABLE message DROP COLUMN zone, DROP COLUMN quiet_from, DROP COLUMN quiet_to;
DROP FUNCTION quiet_until;

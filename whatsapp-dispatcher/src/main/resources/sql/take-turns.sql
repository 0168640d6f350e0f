-- Start-time fair queueing: a clinic's next message comes after its last one, but not before those that are being served now.
WITH arrivals AS (
    SELECT line, date_bin('1 minute', send_before, TIMESTAMPTZ '2000-01-01 00:00:00+00') AS deadline, clinic_id, nth
    FROM unnest(:lines::text[], :sendBefores::timestamptz[], :clinicIds::text[])
        WITH ORDINALITY AS a (line, send_before, clinic_id, nth)),
served AS MATERIALIZED (
    SELECT line, deadline, coalesce((
        SELECT min(turn) - 1 FROM message
        WHERE message.line = queue.line AND message.deadline = queue.deadline AND state = 'WAITING'), 0) AS turn
    FROM (SELECT DISTINCT line, deadline FROM arrivals) AS queue),
taken AS (
    INSERT INTO clinic_turn AS t (line, deadline, clinic_id, taken, more)
    SELECT line, deadline, clinic_id, served.turn + count(*), count(*)
    FROM arrivals JOIN served USING (line, deadline)
    GROUP BY line, deadline, clinic_id, served.turn
    ORDER BY line, deadline, clinic_id -- two pods lock the same rows in the same order
    ON CONFLICT (line, deadline, clinic_id) DO UPDATE
        SET taken = greatest(t.taken + excluded.more, excluded.taken), more = excluded.more
    RETURNING line, deadline, clinic_id, taken - more AS before)
SELECT before + row_number() OVER (PARTITION BY line, deadline, clinic_id ORDER BY nth) AS turn
FROM arrivals JOIN taken USING (line, deadline, clinic_id)
ORDER BY nth

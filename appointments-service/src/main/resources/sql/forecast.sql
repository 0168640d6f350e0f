-- name: ended-with-whatsapp-first
-- A reminder that ended on another channel fell back if WhatsApp had it first: the clinic may have had another channel itself.
r.state IN ('SENT', 'DELIVERED', 'READ', 'DOUBT_CLOSED', 'NOT_DELIVERED', 'DISCARDED')
AND (r.channel = 'WHATSAPP' OR EXISTS (
    SELECT FROM reminder_history h WHERE h.reminder_id = r.reminder_id AND h.channel = 'WHATSAPP'))

-- name: zones
SELECT DISTINCT zone FROM clinic WHERE channel <> 'NONE'

-- name: untold
-- Claims clinics where it is evening and that have reminders tomorrow, and says what is known of them: one statement for a batch of
-- clinics. Whoever's row comes first makes the forecast; rows go in by clinic, so two nodes do not wait for each other in a ring.
-- Tomorrow's reminders and those of the last weeks stand side by side in the index of the clinic's list (clinic_id, due_at), so the
-- work grows with a clinic's reminders of four weeks. A reminder that ended on another channel fell back if WhatsApp had it first: the
-- clinic may have had another channel itself. That is looked up for those only.
WITH evening AS (
    SELECT * FROM unnest(:zones::text[], :days::date[], :begins::timestamptz[], :ends::timestamptz[]) AS e (zone, day, begins, ends)),
due AS MATERIALIZED (
    SELECT c.clinic_id, e.day, c.zone, c.channel, c.fallback, tomorrow.reminders
    FROM evening e
    JOIN clinic c USING (zone)
    CROSS JOIN LATERAL (
        SELECT count(*) AS reminders FROM reminder r
        WHERE r.clinic_id = c.clinic_id AND r.due_at >= e.begins AND r.due_at < e.ends AND r.state = 'SCHEDULED') tomorrow
    WHERE c.channel <> 'NONE' AND tomorrow.reminders > 0
      AND NOT EXISTS (SELECT FROM forecast_made m WHERE m.day = e.day AND m.clinic_id = c.clinic_id)
    ORDER BY c.clinic_id
    LIMIT :most),
made AS (
    INSERT INTO forecast_made (clinic_id, day, made_at)
    SELECT clinic_id, day, :now FROM due ORDER BY clinic_id
    ON CONFLICT DO NOTHING
    RETURNING clinic_id, day)
SELECT due.*, lately.known, lately.fell_back
FROM made JOIN due USING (clinic_id, day)
CROSS JOIN LATERAL (
    SELECT count(*) AS known, count(*) FILTER (WHERE r.channel <> 'WHATSAPP') AS fell_back
    FROM reminder r
    WHERE due.channel = 'WHATSAPP' AND due.fallback <> 'NONE'
      AND r.clinic_id = due.clinic_id AND r.due_at >= :since AND r.due_at < :now
      AND {ended-with-whatsapp-first}) lately
ORDER BY due.clinic_id

-- name: house-share
-- As the clinics' forecast has it for one clinic, for all that have something in WhatsApp's place. Grows with the reminders of four weeks
-- of the whole house, by the index on due_at: asked at most once a look, and only where a clinic knows too little of itself.
SELECT count(*) AS known, count(*) FILTER (WHERE r.channel <> 'WHATSAPP') AS fell_back
FROM reminder r
JOIN clinic c USING (clinic_id)
WHERE c.channel = 'WHATSAPP' AND c.fallback <> 'NONE'
  AND r.due_at >= :since AND r.due_at < :now
  AND {ended-with-whatsapp-first}

-- Every reminder of the visit is withdrawn, published or not. Its word changes only while nothing may have left:
-- what is being sent, or was sent, stays what it is.
UPDATE reminder
SET withdrawn_at = ?, withdrawn_because = ?,
    state = CASE WHEN state IN ('SCHEDULED', 'QUEUED', 'RETRYING', 'FALLBACK') THEN 'CANCELLED' ELSE state END
WHERE appointment_id = ANY (?::text[]) AND withdrawn_at IS NULL
RETURNING reminder_id, appointment_id, appointment_version, clinic_id

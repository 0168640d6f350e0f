-- Their patients know what these would say. Withdrawn as well, so that no planning anew brings them back; nobody is told of
-- it, because they never left. The clinic sees them as cancelled, and why.
WITH dropped AS (
    DELETE FROM reminder_due d
    USING reminder r JOIN appointment a USING (appointment_id)
    WHERE d.reminder_id = r.reminder_id AND r.appointment_id = ANY (?::text[])
      AND r.appointment_version = a.plan_version AND r.kind = 'reminder' AND r.due_at <= ?
    RETURNING d.reminder_id)
UPDATE reminder
SET state = 'CANCELLED', withdrawn_at = ?, withdrawn_because = 'SAID_ALREADY'
FROM dropped
WHERE reminder.reminder_id = dropped.reminder_id AND reminder.withdrawn_at IS NULL

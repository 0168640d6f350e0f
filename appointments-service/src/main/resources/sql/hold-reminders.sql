-- What the new plan has at once, or soon, waits in the queue until it is known whether a correction says the same. Only the queue
-- row is touched: the reminder is due when it is due, and a minute before it is worthless it leaves whatever is known by then.
UPDATE reminder_due d
SET due_at = greatest(d.due_at, least(?, r.send_before - interval '1 minute'))
FROM correction k JOIN appointment a USING (appointment_id) JOIN reminder r USING (appointment_id)
WHERE k.appointment_id = ANY (?::text[]) AND r.appointment_version = a.plan_version
  AND d.reminder_id = r.reminder_id AND d.due_at < ?

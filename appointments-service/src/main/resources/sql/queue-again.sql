-- Back into the queue, unless it was reported on, withdrawn or overtaken by its send-before meanwhile. Rows in somebody's
-- hands are skipped. A withdrawal that slips in between leaves a queue row that the publisher drops.
WITH forgotten AS (
    SELECT reminder_id, due_at FROM reminder
    WHERE reminder_id = ANY (?::uuid[]) AND generation = 0 AND state IN ('SCHEDULED', 'QUEUED')
      AND withdrawn_at IS NULL AND send_before > ?
    FOR UPDATE SKIP LOCKED)
INSERT INTO reminder_due (reminder_id, due_at)
SELECT reminder_id, due_at FROM forgotten
ON CONFLICT (reminder_id) DO NOTHING
RETURNING reminder_id

-- name: in-no-queue
NOT EXISTS (SELECT FROM reminder_due d WHERE d.reminder_id = r.reminder_id)

-- name: silent
-- Published, and nothing was reported on it.
SELECT reminder_id FROM reminder r
WHERE due_at > :dueAfter AND due_at <= :dueBy AND send_before > :now AND published_at < :publishedBefore
  AND generation = 0 AND state = 'QUEUED' AND withdrawn_at IS NULL AND {in-no-queue}
ORDER BY due_at LIMIT :most

-- name: unqueued
-- Due, and neither published nor in the queue.
SELECT reminder_id FROM reminder r
WHERE due_at > :dueAfter AND due_at <= :dueBy AND send_before > :now AND published_at IS NULL
  AND generation = 0 AND state = 'SCHEDULED' AND withdrawn_at IS NULL AND {in-no-queue}
ORDER BY due_at LIMIT :most

-- name: queue-again
-- Back into the queue, unless it was reported on, withdrawn or overtaken by its send-before meanwhile. Rows in somebody's
-- hands are skipped. A withdrawal that slips in between leaves a queue row that the publisher drops.
WITH forgotten AS (
    SELECT reminder_id, clinic_id, due_at FROM reminder
    WHERE reminder_id = ANY (:reminderIds::uuid[]) AND generation = 0 AND state IN ('SCHEDULED', 'QUEUED')
      AND withdrawn_at IS NULL AND send_before > :now
    FOR UPDATE SKIP LOCKED)
INSERT INTO reminder_due (reminder_id, clinic_id, due_at)
SELECT reminder_id, clinic_id, due_at FROM forgotten
ON CONFLICT (reminder_id) DO NOTHING
RETURNING reminder_id

-- name: unfinished
SELECT reminder_id, state FROM reminder
WHERE send_before > :sendAfter AND send_before < :sendBefore AND withdrawn_at IS NULL
  AND state IN ('SCHEDULED', 'QUEUED', 'RETRYING', 'SENDING', 'IN_DOUBT', 'FALLBACK')
ORDER BY send_before LIMIT :most

-- name: next-clinic
SELECT clinic_id FROM clinic
WHERE clinic_id > :clinicId AND clinic_id NOT IN (SELECT clinic_id FROM replanning)
ORDER BY clinic_id LIMIT 1

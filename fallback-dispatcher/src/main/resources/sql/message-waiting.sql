-- The claim's first half: what must be true at this moment stands in the WHERE. The rows stay locked
-- until the intent is committed, and a withdrawal waits for them before it commits. One that
-- committed after this statement looked and before it locked is found by withdrawal-among.
SELECT m.*, false AS withdrawn
FROM message m
WHERE m.state = 'RECEIVED' AND m.channel = :channel
  AND m.next_at <= :now AND m.send_before > :now
  AND m.send_before <= :until
  AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.reminder_id = m.reminder_id)
ORDER BY m.send_before
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

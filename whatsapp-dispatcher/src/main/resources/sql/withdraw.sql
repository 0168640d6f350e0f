-- What waits is withdrawn. What may be under way is only marked: once found unsent it goes no further.
UPDATE message AS m
SET withdrawn = true,
    state = CASE WHEN m.state = 'WAITING' THEN 'WITHDRAWN' ELSE m.state END,
    changed_at = CASE WHEN m.state = 'WAITING' THEN :now ELSE m.changed_at END,
    cause = CASE WHEN m.state = 'WAITING' THEN NULL ELSE m.cause END,
    detail = CASE WHEN m.state = 'WAITING' THEN lower(w.reason) ELSE m.detail END,
    sequence = m.sequence + CASE WHEN m.state = 'WAITING' THEN 1 ELSE 0 END
FROM withdrawal AS w
WHERE m.reminder_id = ANY (:reminderIds::uuid[]) AND w.reminder_id = m.reminder_id
  AND m.state IN ('WAITING', 'SENDING', 'IN_DOUBT') AND NOT m.withdrawn
RETURNING {transition}

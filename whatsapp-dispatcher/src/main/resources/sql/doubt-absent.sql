-- The client message id stays: should the first send surface after all, it is the same message.
UPDATE message AS m
SET state = CASE WHEN m.withdrawn THEN 'WITHDRAWN' ELSE 'WAITING' END, changed_at = :now, cause = NULL,
    detail = 'proved-absent', sequence = m.sequence + 1, not_before = :now
WHERE {settled-by} AND m.state = 'IN_DOUBT'
RETURNING {transition}

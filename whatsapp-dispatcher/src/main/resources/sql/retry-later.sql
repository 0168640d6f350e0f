UPDATE message AS m
SET state = CASE WHEN m.withdrawn THEN 'WITHDRAWN' ELSE 'WAITING' END, changed_at = :now,
    cause = CASE WHEN m.withdrawn THEN NULL ELSE :cause::text END, detail = NULL,
    sequence = m.sequence + 1, not_before = :notBefore, attempts = m.attempts - :uncounted::int, lease_until = NULL
WHERE {settled-by}
RETURNING {transition}

UPDATE message AS m
SET state = CASE WHEN m.withdrawn THEN 'WITHDRAWN' ELSE 'DEAD' END, changed_at = :now,
    cause = CASE WHEN m.withdrawn THEN NULL ELSE :cause::text END, detail = NULL,
    sequence = m.sequence + 1, lease_until = NULL
WHERE {settled-by}
RETURNING {transition}

UPDATE message AS m
SET state = CASE WHEN m.withdrawn THEN 'WITHDRAWN' WHEN {opted-out} THEN 'SUPPRESSED' ELSE 'DEAD' END, changed_at = :now,
    cause = CASE WHEN m.withdrawn OR {opted-out} THEN NULL ELSE :cause::text END,
    detail = CASE WHEN NOT m.withdrawn AND {opted-out} THEN 'opted-out' END,
    sequence = m.sequence + 1, lease_until = NULL
WHERE {settled-by}
RETURNING {transition}

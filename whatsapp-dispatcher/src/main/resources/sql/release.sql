-- Claimed by this node and certainly never begun: as if the claim had not been.
UPDATE message AS m
SET state = CASE WHEN m.withdrawn THEN 'WITHDRAWN' ELSE 'WAITING' END, changed_at = :now, cause = NULL, detail = 'not-begun',
    sequence = m.sequence + 1, attempts = m.attempts - 1, lease_until = NULL
WHERE {settled-by}
RETURNING {transition}

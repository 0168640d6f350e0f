UPDATE message AS m
SET state = :state, changed_at = :now, cause = 'DOUBT_UNRESOLVED', detail = NULL, sequence = m.sequence + 1,
    possible_duplicate = true
WHERE {settled-by} AND m.state = 'IN_DOUBT'
RETURNING {transition}

-- Nothing takes the place of what a number that opted out may have got.
UPDATE message AS m
SET state = CASE WHEN {opted-out} THEN 'DOUBT_CLOSED' ELSE :state::text END, changed_at = :now, cause = 'DOUBT_UNRESOLVED', detail = NULL, sequence = m.sequence + 1,
    possible_duplicate = true
WHERE {settled-by} AND m.state = 'IN_DOUBT'
RETURNING {transition}

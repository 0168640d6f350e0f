UPDATE message AS m
SET state = 'IN_DOUBT', changed_at = :now, cause = NULL, detail = :observation, sequence = m.sequence + 1,
    doubt_since = :now, next_look_at = :now, lease_until = NULL
WHERE {settled-by} AND m.state = 'SENDING'
RETURNING {transition}

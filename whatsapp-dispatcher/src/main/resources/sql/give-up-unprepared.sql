UPDATE message AS m
SET state = CASE WHEN {opted-out} THEN 'SUPPRESSED' ELSE 'DEAD' END, changed_at = :now,
    cause = CASE WHEN {opted-out} THEN NULL ELSE :cause::text END,
    detail = CASE WHEN {opted-out} THEN 'opted-out' END, sequence = m.sequence + 1
WHERE m.reminder_id = :reminderId AND m.generation = :generation AND m.state = 'WAITING'
RETURNING {transition}

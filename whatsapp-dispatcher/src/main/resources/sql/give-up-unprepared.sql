UPDATE message AS m
SET state = 'DEAD', changed_at = :now, cause = :cause, detail = NULL, sequence = m.sequence + 1
WHERE m.reminder_id = :reminderId AND m.generation = :generation AND m.state = 'WAITING'
RETURNING {transition}

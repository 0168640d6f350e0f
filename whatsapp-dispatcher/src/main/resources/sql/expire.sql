WITH late AS MATERIALIZED (
    SELECT reminder_id FROM message WHERE state = 'WAITING' AND send_before <= :now
    LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m
SET state = 'EXPIRED', changed_at = :now, detail = NULL, sequence = m.sequence + 1
FROM late WHERE m.reminder_id = late.reminder_id
RETURNING {transition}

-- Stored in the moment of the opt-out, or found unsent after it. The claim refuses such a message.
WITH missed AS MATERIALIZED (
    SELECT reminder_id FROM message JOIN opt_out ON opt_out.phone = message.phone AND opt_out.line = message.line
    WHERE state = 'WAITING'
    LIMIT :batch
    FOR UPDATE OF message SKIP LOCKED)
UPDATE message AS m
SET state = 'SUPPRESSED', changed_at = :now, cause = NULL, detail = 'opted-out', sequence = m.sequence + 1
FROM missed WHERE m.reminder_id = missed.reminder_id
RETURNING {transition}

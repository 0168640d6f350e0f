-- A withdrawal and its message that were stored at the same moment did not see each other. The claim refuses such a message.
WITH missed AS MATERIALIZED (
    SELECT message.reminder_id, withdrawal.reason FROM message JOIN withdrawal USING (reminder_id)
    WHERE state = 'WAITING'
    LIMIT :batch
    FOR UPDATE OF message SKIP LOCKED)
UPDATE message AS m
SET state = 'WITHDRAWN', withdrawn = true, changed_at = :now, cause = NULL, detail = lower(missed.reason), sequence = m.sequence + 1
FROM missed WHERE m.reminder_id = missed.reminder_id
RETURNING {transition}

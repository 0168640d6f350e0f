-- Taking moves next_at, which is the lease: if this node dies, another one asks then.
UPDATE message SET next_at = :again, epoch = nextval('message_epoch')
WHERE id IN (
    SELECT id FROM message
    WHERE state = 'IN_DOUBT' AND next_at <= :now
    ORDER BY next_at
    LIMIT :limit
    FOR UPDATE SKIP LOCKED)
RETURNING *, EXISTS (
    SELECT FROM withdrawal w WHERE w.reminder_id = message.reminder_id) AS withdrawn

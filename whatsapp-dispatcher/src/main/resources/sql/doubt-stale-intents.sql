-- Leases are the database's business: its clock is the one that all pods share.
WITH stale AS MATERIALIZED (
    SELECT reminder_id FROM message WHERE state = 'SENDING' AND lease_until < clock_timestamp()
    LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m
SET state = 'IN_DOUBT', changed_at = :now, detail = 'lease-ran-out', sequence = m.sequence + 1,
    doubt_since = :now, next_look_at = :now
FROM stale WHERE m.reminder_id = stale.reminder_id
RETURNING {transition}

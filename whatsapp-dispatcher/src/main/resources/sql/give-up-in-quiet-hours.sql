-- The quiet hours end too late: an e-mail may leave at any time.
WITH hushed AS MATERIALIZED (
    SELECT reminder_id FROM message
    WHERE state = 'WAITING' AND fallback <> 'NONE' AND due_at <= :now AND send_before > :now
      AND quiet_until(:now::timestamptz, zone, quiet_from, quiet_to) >= send_before
      AND NOT EXISTS (SELECT FROM opt_out WHERE opt_out.line = message.line AND opt_out.phone = message.phone)
    LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m
SET state = 'DEAD', changed_at = :now, cause = 'QUIET_HOURS', detail = NULL, sequence = m.sequence + 1
FROM hushed WHERE m.reminder_id = hushed.reminder_id
RETURNING {transition}

-- The line has been down for as long as the clinic allows, counted from when the message could have left, or time runs out:
-- on a line that is down for every message, on one that works for those it was tried with in vain.
WITH stranded AS MATERIALIZED (
    SELECT message.reminder_id, coalesce(line.health_cause, message.cause, 'LINE_DOWN') AS cause
    FROM message JOIN line ON line.name = message.line
    WHERE message.state = 'WAITING' AND message.fallback <> 'NONE' AND message.due_at <= :now AND message.send_before > :now
      AND NOT EXISTS (SELECT FROM opt_out WHERE opt_out.line = message.line AND opt_out.phone = message.phone)
      AND (line.outage_since IS NOT NULL OR message.cause IS NOT NULL OR message.attempts > 0)
      AND NOT (line.paused_since IS NOT NULL AND line.pause_waits)
      AND (message.send_before - make_interval(secs => :lastCallSeconds::float8) <= :now
           OR (line.outage_since IS NOT NULL
               AND greatest(message.due_at, line.outage_since, message.held_until) + message.fallback_after <= :now
               AND quiet_until(:now::timestamptz, message.zone, message.quiet_from, message.quiet_to) IS NULL))
    ORDER BY message.send_before
    LIMIT :batch
    FOR UPDATE OF message SKIP LOCKED)
UPDATE message AS m
SET state = 'DEAD', changed_at = :now, cause = stranded.cause, detail = NULL, sequence = m.sequence + 1
FROM stranded WHERE m.reminder_id = stranded.reminder_id
RETURNING {transition}

-- Accepted, and lost with the line or not: nobody knows. The fallback puts something in its place, flagged, unless it is too
-- late or the visit was moved meanwhile; without a fallback it ends as a doubt that a receipt may still settle.
WITH unheard AS MATERIALIZED (
    SELECT reminder_id FROM message
    WHERE line = :line AND confirmed_at IS NULL AND state = 'ACCEPTED' AND claim_no > :floor AND accepted_at <= :before
    LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m
SET state = CASE WHEN m.fallback = 'NONE' OR m.send_before <= :now OR m.withdrawn OR {opted-out}
                      OR EXISTS (SELECT FROM withdrawal WHERE withdrawal.reminder_id = m.reminder_id)
                 THEN 'DOUBT_CLOSED' ELSE 'DEAD' END,
    changed_at = :now, cause = 'LINE_SILENT', detail = NULL, possible_duplicate = true, sequence = m.sequence + 1
FROM unheard WHERE m.reminder_id = unheard.reminder_id
RETURNING {transition}

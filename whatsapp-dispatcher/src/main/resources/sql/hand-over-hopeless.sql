-- What the line cannot send in time at its rate. In the order of the claim, at most "room" messages can leave before a
-- deadline: a message for which no place is left when all that can be saved before it is saved is hopeless, and takes
-- no place from those behind it. "short" is how many had no place so far. Whoever has a place must have it early enough for the
-- fallback to be in time should the line turn out to be slower; only the very next go, however soon their deadline is.
WITH queue AS MATERIALIZED (
    SELECT reminder_id, row_number() OVER (ORDER BY deadline, turn, send_before) AS nth,
        extract(epoch FROM min(send_before) OVER (PARTITION BY deadline) - :now::timestamptz) - :startsInSeconds::float8 AS seconds
    FROM message
    WHERE line = :line AND state = 'WAITING' AND NOT withdrawn
      AND due_at <= :now AND not_before <= :now AND send_before > :now),
roomy AS MATERIALIZED (
    SELECT reminder_id, nth, greatest(0, 1 + floor(
        greatest(seconds - :fallbackSeconds::float8, least(seconds, :nextSeconds::float8)) / :gapSeconds::float8)) AS room
    FROM queue),
fitted AS MATERIALIZED (SELECT reminder_id, nth, least(0, min(room - nth) OVER (ORDER BY nth)) AS short FROM roomy),
hopeless AS MATERIALIZED (
    SELECT reminder_id FROM (
        SELECT reminder_id, short < lag(short, 1, 0::float8) OVER (ORDER BY nth) AS is_hopeless FROM fitted) AS judged
    WHERE is_hopeless),
given_up AS MATERIALIZED (
    SELECT reminder_id FROM message JOIN hopeless USING (reminder_id)
    WHERE state = 'WAITING' AND fallback <> 'NONE'
      AND NOT EXISTS (SELECT FROM opt_out WHERE opt_out.line = message.line AND opt_out.phone = message.phone)
    LIMIT :batch FOR UPDATE OF message SKIP LOCKED)
UPDATE message AS m
SET state = 'DEAD', changed_at = :now, cause = 'LINE_BUSY', detail = NULL, sequence = m.sequence + 1
FROM given_up WHERE m.reminder_id = given_up.reminder_id
RETURNING {transition}

-- name: hold
-- What may not leave now waits for the end of the quiet hours; a line's outage is not counted against it meanwhile.
UPDATE message AS m SET not_before = quiet.ends, held_until = quiet.ends
FROM (SELECT reminder_id, {messages/quiet-until} AS ends FROM message
      WHERE state = 'WAITING' AND quiet_from IS NOT NULL AND due_at <= :now AND held_until <= :now) AS quiet
WHERE m.reminder_id = quiet.reminder_id AND m.state = 'WAITING' AND quiet.ends < m.send_before

-- name: expire
WITH late AS MATERIALIZED (
    SELECT reminder_id FROM message WHERE state = 'WAITING' AND send_before <= :now
    LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m
SET state = 'EXPIRED', changed_at = :now, detail = NULL, sequence = m.sequence + 1
FROM late WHERE m.reminder_id = late.reminder_id
RETURNING {messages/transition}

-- name: withdraw-missed
-- A withdrawal and its message that were stored at the same moment did not see each other. The claim refuses such a message.
WITH missed AS MATERIALIZED (
    SELECT message.reminder_id, withdrawal.reason FROM message JOIN withdrawal USING (reminder_id)
    WHERE state = 'WAITING'
    LIMIT :batch
    FOR UPDATE OF message SKIP LOCKED)
UPDATE message AS m
SET state = 'WITHDRAWN', withdrawn = true, changed_at = :now, cause = NULL, detail = lower(missed.reason), sequence = m.sequence + 1
FROM missed WHERE m.reminder_id = missed.reminder_id
RETURNING {messages/transition}

-- name: suppress-missed
-- Stored in the moment of the opt-out, or found unsent after it. The claim refuses such a message.
WITH missed AS MATERIALIZED (
    SELECT reminder_id FROM message JOIN opt_out ON opt_out.phone = message.phone AND opt_out.line = message.line
    WHERE state = 'WAITING'
    LIMIT :batch
    FOR UPDATE OF message SKIP LOCKED)
UPDATE message AS m
SET state = 'SUPPRESSED', changed_at = :now, cause = NULL, detail = 'opted-out', sequence = m.sequence + 1
FROM missed WHERE m.reminder_id = missed.reminder_id
RETURNING {messages/transition}

-- name: give-up-in-quiet-hours
-- The quiet hours end too late: an e-mail may leave at any time.
WITH hushed AS MATERIALIZED (
    SELECT reminder_id FROM message
    WHERE state = 'WAITING' AND fallback <> 'NONE' AND due_at <= :now AND send_before > :now
      AND {messages/quiet-until} >= send_before
      AND {messages/not-opted-out}
    LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m
SET state = 'DEAD', changed_at = :now, cause = 'QUIET_HOURS', detail = NULL, sequence = m.sequence + 1
FROM hushed WHERE m.reminder_id = hushed.reminder_id
RETURNING {messages/transition}

-- name: hand-over
-- The line has been down for as long as the clinic allows, counted from when the message could have left, or time runs out:
-- on a line that is down for every message, on one that works for those it was tried with in vain.
WITH stranded AS MATERIALIZED (
    SELECT message.reminder_id, coalesce(line.health_cause, message.cause, 'LINE_DOWN') AS cause
    FROM message JOIN line ON line.name = message.line
    WHERE message.state = 'WAITING' AND message.fallback <> 'NONE' AND message.due_at <= :now AND message.send_before > :now
      AND {messages/not-opted-out}
      AND (line.outage_since IS NOT NULL OR message.cause IS NOT NULL OR message.attempts > 0)
      AND NOT (line.paused_since IS NOT NULL AND line.pause_waits)
      AND (message.send_before - make_interval(secs => :lastCallSeconds::float8) <= :now
           OR (line.outage_since IS NOT NULL
               AND greatest(message.due_at, line.outage_since, message.held_until) + message.fallback_after <= :now
               AND {messages/quiet-until} IS NULL))
    ORDER BY message.send_before
    LIMIT :batch
    FOR UPDATE OF message SKIP LOCKED)
UPDATE message AS m
SET state = 'DEAD', changed_at = :now, cause = stranded.cause, detail = NULL, sequence = m.sequence + 1
FROM stranded WHERE m.reminder_id = stranded.reminder_id
RETURNING {messages/transition}

-- name: pace-of-line
-- Only of a line that can send: on one that cannot, the outage decides what waits and what does not.
SELECT next_send_at, back_at, extract(epoch FROM was_away) AS away_seconds FROM line
WHERE name = :line AND health = 'ABLE' AND paused_since IS NULL

-- name: hand-over-hopeless
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
      AND {messages/not-opted-out}
    LIMIT :batch FOR UPDATE OF message SKIP LOCKED)
UPDATE message AS m
SET state = 'DEAD', changed_at = :now, cause = 'LINE_BUSY', detail = NULL, sequence = m.sequence + 1
FROM given_up WHERE m.reminder_id = given_up.reminder_id
RETURNING {messages/transition}

-- name: hold
-- What may not leave now waits for the end of the quiet hours; a line's outage is not counted against it meanwhile.
UPDATE message AS m SET not_before = quiet.ends, held_until = quiet.ends
FROM (SELECT reminder_id, {messages/quiet-until} AS ends FROM message
      WHERE state = 'WAITING' AND {messages/is-quiet} AND due_at <= :now AND held_until <= :now) AS quiet
WHERE m.reminder_id = quiet.reminder_id AND m.state = 'WAITING' AND quiet.ends < m.send_before

-- name: late
SELECT {messages/facts} FROM message WHERE state = 'WAITING' AND send_before <= :now
LIMIT :batch FOR UPDATE SKIP LOCKED

-- name: withdrawn
-- A withdrawal and its message that were stored at the same moment did not see each other. The claim refuses such a message.
SELECT {messages/facts}, lower(withdrawal.reason) AS reason FROM message JOIN withdrawal USING (reminder_id)
WHERE message.state = 'WAITING'
LIMIT :batch FOR UPDATE OF message SKIP LOCKED

-- name: opted-out
-- Stored in the moment of the opt-out, or found unsent after it. The claim refuses such a message.
SELECT {messages/facts} FROM message WHERE state = 'WAITING' AND {messages/opted-out}
LIMIT :batch FOR UPDATE SKIP LOCKED

-- name: hushed
SELECT {messages/facts}, {messages/quiet-until} AS quiet_until FROM message
WHERE state = 'WAITING' AND fallback <> 'NONE' AND due_at <= :now AND send_before > :now
  AND {messages/quiet-until} >= send_before AND NOT {messages/opted-out}
LIMIT :batch FOR UPDATE SKIP LOCKED

-- name: stranded
-- Whom GiveUpPolicy is asked about: on a line that is down every message whose time has come, on one that works those that
-- were tried in vain. Those whose fallback nobody can receive are asked about at the last call only.
SELECT {messages/facts}, message.due_at, message.held_until,
    (extract(epoch FROM message.fallback_after) * 1000)::bigint AS fallback_after_ms,
    message.cause IS NOT NULL OR message.attempts > 0 AS was_tried, {messages/quiet-until} AS quiet_until,
    line.outage_since, line.paused_since IS NOT NULL AND line.pause_waits AS line_waits, line.health_cause AS line_cause
FROM message JOIN line ON line.name = message.line
WHERE message.state = 'WAITING' AND message.fallback <> 'NONE' AND message.due_at <= :now AND message.send_before > :now
  AND NOT {messages/opted-out}
  AND (line.outage_since IS NOT NULL OR message.cause IS NOT NULL OR message.attempts > 0)
  AND NOT (line.paused_since IS NOT NULL AND line.pause_waits)
  AND (message.send_before - make_interval(secs => :lastCallSeconds::float8) <= :now
       OR (message.fallback_reaches AND line.outage_since IS NOT NULL
           AND greatest(message.due_at, line.outage_since, message.held_until) + message.fallback_after <= :now
           AND NOT {messages/is-quiet}))
ORDER BY message.send_before
LIMIT :batch
FOR UPDATE OF message SKIP LOCKED

-- name: pace-of-line
-- Only of a line that can send: on one that cannot, the outage decides what waits and what does not.
SELECT next_send_at, back_at, extract(epoch FROM was_away) AS away_seconds FROM line
WHERE name = :line AND health = 'ABLE' AND paused_since IS NULL

-- name: hopeless
-- Whom the line cannot send in time at its rate. In the order of the claim, at most "room" messages can leave before a
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
    WHERE is_hopeless)
SELECT {messages/facts} FROM message JOIN hopeless USING (reminder_id)
WHERE message.state = 'WAITING' AND message.fallback <> 'NONE' AND NOT {messages/opted-out}
  AND (message.fallback_reaches OR message.send_before - make_interval(secs => :lastCallSeconds::float8) <= :now)
LIMIT :batch FOR UPDATE OF message SKIP LOCKED

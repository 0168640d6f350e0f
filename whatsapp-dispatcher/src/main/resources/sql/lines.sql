-- name: columns
health, health_by, health_cause, health_since, paused_since, pause_reason, pause_waits, outage_since

-- name: open
-- A line configured for the first time is taken to be able: its first session look says better.
INSERT INTO line (name, health, health_since)
SELECT name, 'ABLE', :now FROM unnest(:names::text[]) AS name
ON CONFLICT (name) DO NOTHING

-- name: read
SELECT {columns} FROM line WHERE name = :line

-- name: lock
SELECT {columns} FROM line WHERE name = :line FOR NO KEY UPDATE

-- name: write
UPDATE line
SET health = :health, health_by = :by, health_cause = :cause, health_since = :since,
    paused_since = :pausedSince, pause_reason = :pauseReason, pause_waits = :pauseWaits,
    outage_since = :outageSince,
    back_at = CASE WHEN outage_since IS NOT NULL AND :outageSince::timestamptz IS NULL THEN :now ELSE back_at END,
    was_away = CASE WHEN outage_since IS NOT NULL AND :outageSince::timestamptz IS NULL THEN :now - outage_since ELSE was_away END
WHERE name = :line

-- name: push-back
-- Told to slow down: the whole line does.
UPDATE line SET next_send_at = greatest(next_send_at, :until) WHERE name = :line

-- name: nothing-to-try-with
-- Calls failed, the time to try again has come, and no message is there to try with: only the session can tell now.
SELECT name FROM line
WHERE name = :line AND health = 'DOWN' AND health_by IN ('SEND', 'PREPARE')
  AND greatest(probe_at, health_since + make_interval(secs => :probeSeconds::float8)) <= :now
  AND NOT EXISTS (
      SELECT FROM message
      WHERE message.line = line.name AND state = 'WAITING' AND due_at <= :now
        AND (health_by = 'SEND'
             OR client_message_id IS NULL AND NOT withdrawn AND not_before <= :now AND send_before > :now
                AND NOT {messages/is-quiet}))

-- name: view
SELECT line.name, line.state, line.health_since, line.health_cause, line.paused_since, line.pause_reason, line.pause_waits,
       line.outage_since, line.next_send_at,
       today.sent AS sent_today,
       waiting.waiting, recent.accepted, recent.confirmed, exposed.exposed,
       (SELECT max(received_at) FROM webhook_event AS told WHERE told.line = line.name AND kind = 'MESSAGE') AS message_told,
       (SELECT max(received_at) FROM webhook_event AS told WHERE told.line = line.name AND kind = 'EDITED_MESSAGE') AS edited_message_told,
       (SELECT max(received_at) FROM webhook_event AS told WHERE told.line = line.name AND kind = 'ANY_MESSAGE') AS any_message_told,
       (SELECT max(received_at) FROM webhook_event AS told WHERE told.line = line.name AND kind = 'RECEIPT') AS receipt_told,
       (SELECT max(received_at) FROM webhook_event AS told WHERE told.line = line.name AND kind = 'SESSION') AS session_told
FROM line
CROSS JOIN LATERAL (
    SELECT count(*) AS waiting FROM message
    WHERE message.line = line.name AND state = 'WAITING' AND due_at <= :now) AS waiting
CROSS JOIN LATERAL (
    SELECT count(*) AS sent FROM message
    WHERE message.line = line.name
      AND accepted_at >= date_trunc('day', :now::timestamptz AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') AS today
CROSS JOIN LATERAL (
    SELECT count(*) AS accepted, count(last.confirmed_at) AS confirmed FROM (
        SELECT confirmed_at FROM message
        WHERE message.line = line.name AND accepted_at IS NOT NULL AND state IN ('ACCEPTED', 'DELIVERED', 'READ')
        ORDER BY accepted_at DESC LIMIT :recent) AS last) AS recent
CROSS JOIN LATERAL (
    SELECT count(*) AS exposed FROM message
    WHERE message.line = line.name AND confirmed_at IS NULL
      AND {silence/at-stake}
      AND claim_no > {silence/newest-confirmed}) AS exposed
ORDER BY line.name

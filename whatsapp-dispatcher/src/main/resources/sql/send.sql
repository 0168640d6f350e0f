-- name: open-gate
-- The gate on sends. The row stays locked until the claim is committed, so that all pods share one rate; one message is let
-- through now and then while sends are failing, or while a line is silent and has no number of our own to try it with.
SELECT CASE
           WHEN paused_since IS NOT NULL OR next_send_at > :now THEN 'SHUT'
           WHEN health = 'ABLE' THEN 'OPEN'
           WHEN health_by IN ('SEND', 'RECEIPT') AND greatest(probe_at, health_since
               + make_interval(secs => CASE health WHEN 'RESTRICTED' THEN :restrictedProbeSeconds::float8 ELSE :probeSeconds::float8 END)) <= :now
               THEN 'PROBE'
           WHEN health_by = 'SILENCE' AND NOT :hasCanary
               AND greatest(probe_at, health_since + make_interval(secs => :probeSeconds::float8)) <= :now THEN 'SILENCE_PROBE'
           ELSE 'SHUT'
       END AS gate, health, claims, health_since, back_at, extract(epoch FROM was_away) AS away_seconds
FROM line WHERE name = :line
FOR NO KEY UPDATE

-- name: claim
-- The intent to send, committed before the first byte leaves. What must be true at this moment stands in the WHERE.
-- MATERIALIZED is a fence: without it the planner may run the LIMITed select twice and claim more than it locks.
WITH picked AS MATERIALIZED (
    SELECT reminder_id FROM message
    WHERE line = :line AND state = 'WAITING' AND client_message_id IS NOT NULL
      AND not_before <= :now AND due_at <= :now AND send_before > :now AND NOT withdrawn
      AND NOT {messages/is-quiet}
      AND NOT {messages/has-tombstone}
      AND NOT {messages/opted-out}
    ORDER BY deadline, turn, send_before
    LIMIT :limit
    FOR UPDATE SKIP LOCKED),
numbered AS MATERIALIZED (SELECT reminder_id, row_number() OVER () AS nth FROM picked)
UPDATE message AS m
SET {messages/moved}, cause = NULL, detail = NULL, attempts = m.attempts + 1,
    sending_since = :now, lease_epoch = m.lease_epoch + 1, claim_no = :claims::bigint + numbered.nth,
    lease_until = clock_timestamp() + make_interval(secs => :leaseSeconds::float8)
FROM numbered WHERE m.reminder_id = numbered.reminder_id AND {messages/legally}
RETURNING {messages/transition}, m.lease_epoch, m.chat_id, m.client_message_id, m.whatsapp_text, m.due_at, m.send_before

-- name: pace
UPDATE line SET next_send_at = :nextSendAt, probe_at = :probeAt, claims = claims + :claimed WHERE name = :line

-- name: accept
UPDATE message AS m
SET {messages/moved}, accepted_at = :now, cause = NULL, detail = NULL, gateway_message_id = :gatewayMessageId, lease_until = NULL
WHERE {intent} AND m.state IN ('SENDING', 'IN_DOUBT') AND {messages/legally}
RETURNING {messages/transition}

-- name: doubt
UPDATE message AS m
SET {messages/moved}, cause = NULL, detail = :observation, doubt_since = :now, next_look_at = :now, lease_until = NULL
WHERE {intent} AND m.state = 'SENDING' AND {messages/legally}
RETURNING {messages/transition}

-- name: intent
m.reminder_id = :reminderId AND m.generation = :generation AND m.lease_epoch = :epoch

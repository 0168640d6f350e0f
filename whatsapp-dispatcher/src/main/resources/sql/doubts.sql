-- name: stale-intents
-- Leases are the database's business: its clock is the one that all pods share.
WITH stale AS MATERIALIZED (
    SELECT reminder_id FROM message WHERE state = 'SENDING' AND lease_until < clock_timestamp()
    LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m
SET {messages/moved}, detail = 'lease-ran-out', doubt_since = :now, next_look_at = :now
FROM stale WHERE m.reminder_id = stale.reminder_id AND {messages/legally}
RETURNING {messages/transition}

-- name: take
WITH due AS MATERIALIZED (
    SELECT reminder_id FROM message WHERE state = 'IN_DOUBT' AND next_look_at <= :now
    ORDER BY next_look_at LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m SET next_look_at = :nextLookAt
FROM due WHERE m.reminder_id = due.reminder_id
RETURNING m.reminder_id, m.generation, m.lease_epoch, m.line, m.chat_id, m.client_message_id, m.sending_since, m.doubt_since

-- name: found
UPDATE message AS m
SET {messages/moved}, accepted_at = :now, cause = NULL, detail = 'found', gateway_message_id = :gatewayMessageId,
    confirmed_at = CASE WHEN :confirmed THEN coalesce(m.confirmed_at, :now) END
WHERE {send/intent} AND m.state = 'IN_DOUBT' AND {messages/legally}
RETURNING {messages/transition}

-- name: count-absence
-- On a line that is not able an absence says nothing about the number.
UPDATE message SET absences = absences + 1
FROM line
WHERE reminder_id = :reminderId AND generation = :generation AND lease_epoch = :epoch AND message.state = 'IN_DOUBT'
  AND line.name = message.line AND line.health = 'ABLE'
RETURNING absences

-- name: stale-intents
-- Leases are the database's business: its clock is the one that all pods share.
WITH stale AS MATERIALIZED (
    SELECT reminder_id FROM message WHERE state = 'SENDING' AND lease_until < clock_timestamp()
    LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m
SET state = 'IN_DOUBT', changed_at = :now, detail = 'lease-ran-out', sequence = m.sequence + 1,
    doubt_since = :now, next_look_at = :now
FROM stale WHERE m.reminder_id = stale.reminder_id
RETURNING {messages/transition}

-- name: take
WITH due AS MATERIALIZED (
    SELECT reminder_id FROM message WHERE state = 'IN_DOUBT' AND next_look_at <= :now
    ORDER BY next_look_at LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m SET next_look_at = :nextLookAt
FROM due WHERE m.reminder_id = due.reminder_id
RETURNING m.reminder_id, m.generation, m.lease_epoch, m.line, m.chat_id, m.client_message_id, m.sending_since, m.doubt_since,
    m.send_before, m.fallback, m.withdrawn

-- name: found
UPDATE message AS m
SET state = :state, changed_at = :now, accepted_at = :now, cause = NULL, detail = 'found', sequence = m.sequence + 1,
    gateway_message_id = :gatewayMessageId, confirmed_at = CASE WHEN :confirmed THEN coalesce(m.confirmed_at, :now) END
WHERE {messages/settled-by} AND m.state = 'IN_DOUBT'
RETURNING {messages/transition}

-- name: absent
-- The client message id stays: should the first send surface after all, it is the same message.
UPDATE message AS m
SET state = CASE WHEN m.withdrawn THEN 'WITHDRAWN' ELSE 'WAITING' END, changed_at = :now, cause = NULL,
    detail = 'proved-absent', sequence = m.sequence + 1, not_before = :now
WHERE {messages/settled-by} AND m.state = 'IN_DOUBT'
RETURNING {messages/transition}

-- name: close
-- Nothing takes the place of what a number that opted out may have got.
UPDATE message AS m
SET state = CASE WHEN {messages/opted-out} THEN 'DOUBT_CLOSED' ELSE :state::text END, changed_at = :now, cause = 'DOUBT_UNRESOLVED', detail = NULL, sequence = m.sequence + 1,
    possible_duplicate = true
WHERE {messages/settled-by} AND m.state = 'IN_DOUBT'
RETURNING {messages/transition}

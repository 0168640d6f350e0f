-- name: raise
-- Up the ladder only. A receipt also ends a doubt, and stops what was about to be sent again.
UPDATE message AS m
SET {messages/moved}, accepted_at = coalesce(m.accepted_at, :now), cause = NULL, detail = 'receipt',
    gateway_message_id = coalesce(m.gateway_message_id, :messageId),
    confirmed_at = CASE WHEN :confirmed THEN coalesce(m.confirmed_at, :now) ELSE m.confirmed_at END,
    possible_duplicate = m.possible_duplicate AND m.state <> 'DOUBT_CLOSED'
WHERE (m.client_message_id = :messageId OR m.gateway_message_id = :messageId) AND {messages/legally}
RETURNING {messages/transition}

-- name: late
-- The message was given to the fallback because nobody knew, or because WhatsApp had said that it will not arrive, and now somebody
-- knows: that belongs into its history, and its patient may have it twice. The row stays dead, so that nothing is sent a second time
-- and a replay finds it as it was.
UPDATE message AS m
SET late_receipt = :state, sequence = m.sequence + 1, confirmed_at = coalesce(m.confirmed_at, :now), possible_duplicate = true
WHERE (m.client_message_id = :messageId OR m.gateway_message_id = :messageId)
  AND m.state = 'DEAD' AND :confirmed
  AND (m.possible_duplicate OR m.accepted_at IS NOT NULL AND :state::text IN ('DELIVERED', 'READ'))
  AND (m.late_receipt IS NULL OR m.late_receipt = ANY (:lower::text[]))
RETURNING m.reminder_id, m.generation, m.late_receipt AS state, :now::timestamptz AS changed_at, NULL::text AS cause,
    'late-receipt' AS detail, m.possible_duplicate, m.sequence, m.attempts, m.appointment_id, m.appointment_version, m.clinic_id

-- name: confirm
-- WhatsApp itself has it: the gateway's word for it is believed from now on.
UPDATE message SET confirmed_at = :now
WHERE (client_message_id = :messageId OR gateway_message_id = :messageId) AND confirmed_at IS NULL

-- name: confirm-canary
UPDATE canary SET confirmed_at = :now
WHERE (client_message_id = :messageId OR gateway_message_id = :messageId) AND confirmed_at IS NULL

-- name: confirm-reply
UPDATE reply SET confirmed_at = :now
WHERE client_message_id = :messageId AND confirmed_at IS NULL

-- name: knows-message
SELECT 1 AS known FROM message WHERE client_message_id = :messageId OR gateway_message_id = :messageId
UNION ALL
SELECT 1 FROM canary WHERE client_message_id = :messageId OR gateway_message_id = :messageId
UNION ALL
SELECT 1 FROM reply WHERE client_message_id = :messageId
LIMIT 1

-- name: keep
INSERT INTO receipt AS r (message_id, state, received_at, confirmed) VALUES (:messageId, :state, :now, :confirmed)
ON CONFLICT (message_id) DO UPDATE SET
    state = CASE WHEN r.state = ANY (:lower::text[]) OR r.state = 'FAILED' AND excluded.state <> 'ACCEPTED'
                 THEN excluded.state ELSE r.state END,
    confirmed = r.confirmed OR excluded.confirmed

-- name: refused
-- The gateway took it, which is why it can tell of its failure. What has arrived stays as it is, and what waits to be sent again is
-- sent again. One whose record has gone was worthless before that: nobody can send it any more.
UPDATE message SET accepted_at = coalesce(accepted_at, :now)
WHERE (client_message_id = :messageId OR gateway_message_id = :messageId) AND state IN ('SENDING', 'IN_DOUBT', 'ACCEPTED')
  AND record_value IS NOT NULL
RETURNING {messages/facts}, :cause::text AS failure

-- name: fail-canary
-- WhatsApp answered, so the line is not silent. Whether it can send is not known from one number, be it our own.
UPDATE canary SET failed_at = :now
WHERE (client_message_id = :messageId OR gateway_message_id = :messageId) AND failed_at IS NULL AND confirmed_at IS NULL

-- name: fail-reply
UPDATE reply SET state = 'NOT_SENT', lease_until = NULL
WHERE client_message_id = :messageId AND state IN ('SENDING', 'IN_DOUBT', 'ACCEPTED') AND confirmed_at IS NULL

-- name: keep-failure
-- What has arrived has not failed.
INSERT INTO receipt AS r (message_id, state, received_at, cause) VALUES (:messageId, 'FAILED', :now, :cause)
ON CONFLICT (message_id) DO UPDATE SET
    state = CASE WHEN r.state = 'ACCEPTED' THEN excluded.state ELSE r.state END, cause = excluded.cause

-- name: match-failures
WITH matched AS (
    DELETE FROM receipt USING message
    WHERE message.gateway_message_id = receipt.message_id AND receipt.state = 'FAILED'
    RETURNING message.reminder_id, receipt.cause)
UPDATE message SET accepted_at = coalesce(accepted_at, :now)
FROM matched
WHERE message.reminder_id = matched.reminder_id AND message.state IN ('SENDING', 'IN_DOUBT', 'ACCEPTED')
  AND message.record_value IS NOT NULL
RETURNING {messages/facts}, matched.cause AS failure

-- name: match
-- Client ids are known before anything is sent, so only a gateway's own id can be heard of before we know it.
WITH matched AS (
    DELETE FROM receipt USING message
    WHERE message.gateway_message_id = receipt.message_id AND receipt.state = :to
    RETURNING message.reminder_id, receipt.confirmed)
UPDATE message AS m
SET {messages/moved}, accepted_at = coalesce(m.accepted_at, :now), cause = NULL, detail = 'receipt',
    confirmed_at = CASE WHEN matched.confirmed THEN coalesce(m.confirmed_at, :now) ELSE m.confirmed_at END
FROM matched
WHERE m.reminder_id = matched.reminder_id AND {messages/legally}
RETURNING {messages/transition}

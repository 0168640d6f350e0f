-- name: take
-- No further ahead than needed: checking numbers in bulk is what gets a line restricted. A message that cannot leave now
-- does not count as ready, or it would keep others from being prepared.
WITH picked AS MATERIALIZED (
    SELECT reminder_id FROM message
    WHERE line = :line AND state = 'WAITING' AND client_message_id IS NULL AND NOT withdrawn
      AND not_before <= :now AND due_at <= :dueUntil AND send_before > :now AND prepare_lease < clock_timestamp()
      AND NOT {messages/is-quiet}
      AND NOT {messages/opted-out}
    ORDER BY deadline, turn, send_before
    LIMIT (SELECT greatest(0, least(:batch::int, :most::int - count(*))) FROM message
           WHERE line = :line AND state = 'WAITING' AND client_message_id IS NOT NULL
             AND not_before <= :now AND due_at <= :now AND send_before > :now
             AND NOT {messages/is-quiet})
    FOR UPDATE SKIP LOCKED)
UPDATE message AS m SET prepare_lease = clock_timestamp() + make_interval(secs => :leaseSeconds::float8)
FROM picked WHERE m.reminder_id = picked.reminder_id
RETURNING m.reminder_id, m.generation, m.phone,
    (SELECT chat_id FROM contact WHERE contact.line = m.line AND contact.phone = m.phone) AS known_chat_id

-- name: prepared
UPDATE message SET chat_id = :chatId, client_message_id = :clientMessageId
WHERE reminder_id = :reminderId AND generation = :generation AND state = 'WAITING' AND client_message_id IS NULL

-- name: later
UPDATE message SET not_before = :notBefore, prepare_lease = 'epoch'
WHERE reminder_id = :reminderId AND generation = :generation AND state = 'WAITING' AND client_message_id IS NULL

-- name: count-absence
-- Its number could not be looked up. On a line that is not able that says nothing about the number.
UPDATE message SET absences = absences + 1, cause = 'REFUSED_BY_PROVIDER'
FROM line
WHERE reminder_id = :reminderId AND generation = :generation AND message.state = 'WAITING' AND client_message_id IS NULL
  AND line.name = message.line AND line.health = 'ABLE'
RETURNING absences

-- name: save-contact
-- Not for a message that was withdrawn meanwhile: its patient may have been erased, and nobody would look for the number again. Whoever
-- erases holds the message, and is waited for.
WITH asking AS (
    SELECT FROM message WHERE reminder_id = :reminderId AND generation = :generation AND state = 'WAITING' FOR SHARE)
INSERT INTO contact (line, phone, chat_id, alias_chat_id, checked_at) SELECT :line, :phone, :chatId, :alias, :now FROM asking
ON CONFLICT (line, phone) DO UPDATE
    SET chat_id = excluded.chat_id, alias_chat_id = excluded.alias_chat_id, checked_at = excluded.checked_at

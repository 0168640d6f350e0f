-- name: keep-webhook-event
INSERT INTO webhook_event (id, line, kind, received_at) VALUES (:id, :line, :kind, :now) ON CONFLICT (id) DO NOTHING

-- name: take-session
-- What is not newer than what was believed last comes late, or again. The row decides between nodes.
UPDATE line SET session_told_at = :at WHERE name = :line AND session_told_at < :at

-- name: keep
-- One statement for everything that came at the same time. A message is known by its event's id and by its own.
WITH heard AS (
    SELECT * FROM unnest(
        :eventIds::text[], :lines::text[], :messageIds::text[], :phones::text[], :chatIds::text[], :lids::text[],
        :quotedIds::text[], :editedIds::text[], :bodies::text[], :digests::bytea[], :writtenAts::timestamptz[], :kinds::text[])
        WITH ORDINALITY AS h (event_id, line, message_id, phone, chat_id, lid, quoted_id, edited_id, body, digest, written_at, kind, nth)),
fresh AS (
    INSERT INTO webhook_event (id, line, kind, received_at)
    SELECT DISTINCT ON (event_id) event_id, line, kind, :now::timestamptz FROM heard ORDER BY event_id
    ON CONFLICT (id) DO NOTHING RETURNING id)
INSERT INTO inbound (line, message_id, phone, chat_id, lid, quoted_id, edited_id, body, digest, written_at, received_at, ask_at)
SELECT line, message_id, phone, chat_id, lid, quoted_id, edited_id, body, digest, written_at, :now,
    CASE WHEN phone IS NULL AND lid IS NOT NULL THEN :now::timestamptz END
FROM heard JOIN fresh ON fresh.id = heard.event_id
ORDER BY nth
ON CONFLICT (line, message_id) DO NOTHING
RETURNING line, message_id

-- name: quotes
-- The message of ours that it answers. Whoever tells a number quotes nobody else's.
(message.client_message_id = picked.quoted_id OR message.gateway_message_id = picked.quoted_id) AND message.line = picked.line

-- name: stop-asking
-- What names a hidden number is here already, or was asked for in vain for too long.
UPDATE inbound AS picked SET ask_at = NULL
WHERE effect IS NULL AND ask_at IS NOT NULL
  AND (received_at <= :askedSince
       OR EXISTS (SELECT FROM lid WHERE lid.line = picked.line AND lid.lid = picked.lid)
       OR EXISTS (SELECT FROM contact WHERE contact.line = picked.line AND contact.chat_id = picked.lid || '@lid')
       OR EXISTS (SELECT FROM message WHERE {quotes}))

-- name: ask
-- Marked first, so that no other node asks meanwhile; the gateway is called without a transaction.
WITH due AS MATERIALIZED (
    SELECT id FROM inbound WHERE effect IS NULL AND ask_at <= :now
    ORDER BY ask_at, id LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE inbound SET ask_at = :askAgainAt FROM due WHERE inbound.id = due.id
RETURNING inbound.line, inbound.lid

-- name: answered
UPDATE inbound SET ask_at = NULL WHERE line = :line AND lid = :lid AND effect IS NULL

-- name: learn-lid-of-answer
-- The gateway tells a chat. If that is one where we write to somebody, it is that number's.
INSERT INTO lid (line, lid, phone, chat_id, learned_at)
SELECT :line, :lid, coalesce(
        (SELECT phone FROM contact WHERE line = :line AND :chatId IN (chat_id, alias_chat_id) ORDER BY checked_at, phone LIMIT 1),
        '+' || split_part(:chatId, '@', 1)),
    :chatId, :now
ON CONFLICT (line, lid) DO UPDATE SET phone = excluded.phone, chat_id = excluded.chat_id, learned_at = excluded.learned_at

-- name: take
-- What was written and not looked at, in the order in which it came, with all that must be known to answer it.
-- Whoever writes from a chat is who is written to there: a number's check may have said other digits, or a lid.
WITH picked AS MATERIALIZED (
    SELECT inbound.*, hidden.phone AS hidden_phone, hidden.chat_id AS hidden_chat_id
    FROM inbound LEFT JOIN lid AS hidden ON hidden.line = inbound.line AND hidden.lid = inbound.lid
    WHERE effect IS NULL AND ask_at IS NULL ORDER BY inbound.id LIMIT :batch FOR UPDATE OF inbound SKIP LOCKED),
known AS MATERIALIZED (
    SELECT picked.id, array_agg(contact.phone ORDER BY checked_at, contact.phone) AS phones, min(contact.chat_id) AS chat_id
    FROM picked JOIN contact ON contact.line = picked.line
        AND (contact.chat_id IN (picked.chat_id, picked.lid || '@lid', picked.hidden_chat_id)
             OR contact.alias_chat_id IN (picked.chat_id, picked.hidden_chat_id))
    GROUP BY picked.id),
named AS MATERIALIZED (
    SELECT picked.id, picked.line, picked.message_id, picked.quoted_id, picked.edited_id, picked.lid, picked.body, picked.digest, picked.written_at, picked.received_at,
        coalesce(known.phones[1], picked.phone, quoted.phone, picked.hidden_phone) AS phone,
        coalesce(known.phones, ARRAY[coalesce(picked.phone, quoted.phone, picked.hidden_phone)]) AS phones,
        coalesce(picked.chat_id, known.chat_id, quoted.chat_id, picked.hidden_chat_id) AS chat_id,
        quoted.reminder_id AS quoted
    FROM picked
    LEFT JOIN known ON known.id = picked.id
    LEFT JOIN LATERAL (
        SELECT reminder_id, phone, chat_id FROM message
        WHERE {quotes} AND message.phone = ANY (coalesce(known.phones, ARRAY[coalesce(picked.phone, message.phone)]))
        LIMIT 1) AS quoted ON true)
SELECT named.id, line, message_id, quoted_id, edited_id, lid, body, written_at, received_at, phone, array_to_string(phones, ' ') AS phones, chat_id, quoted,
    body <> '' AND EXISTS (
        SELECT FROM inbound AS earlier
        WHERE earlier.line = named.line AND earlier.phone = named.phone AND earlier.digest = named.digest
          AND earlier.id < named.id AND earlier.received_at > named.received_at - make_interval(secs => :repeatSeconds::float8))
        AS repeated,
    body <> '' AND (
        EXISTS (SELECT FROM reply WHERE reply.line = named.line AND reply.phone = named.phone AND reply.body = named.body)
        OR EXISTS (SELECT FROM message
                   WHERE message.phone = named.phone AND accepted_at > :recentSince::timestamptz AND whatsapp_text = named.body))
        AS ours,
    edited_id IS NOT NULL AND EXISTS (
        SELECT FROM inbound AS earlier
        WHERE earlier.line = named.line AND named.edited_id IN (earlier.message_id, earlier.edited_id)
          AND earlier.id < named.id AND earlier.effect = 'TASK_RAISED')
        AS edits_task,
    EXISTS (SELECT FROM opt_out WHERE opt_out.line = named.line AND opt_out.phone = ANY (named.phones))
        AND NOT EXISTS (SELECT FROM opt_in WHERE opt_in.phone = ANY (named.phones)) AS opted_out
FROM named
ORDER BY named.id

-- name: settle
-- Looked at: what was written is forgotten. A number that was hidden is written down, so that a repeat is recognised.
UPDATE inbound SET effect = done.effect, body = NULL, phone = done.phone
FROM unnest(:ids::bigint[], :effects::text[], :phones::text[]) AS done (id, effect, phone)
WHERE inbound.id = done.id

-- name: learn-lids
INSERT INTO lid (line, lid, phone, chat_id, learned_at)
SELECT DISTINCT ON (line, lid) line, lid, phone, chat_id, :now
FROM unnest(:lines::text[], :lids::text[], :phones::text[], :chatIds::text[]) AS named (line, lid, phone, chat_id)
ORDER BY line, lid
ON CONFLICT (line, lid) DO UPDATE SET phone = excluded.phone, chat_id = excluded.chat_id, learned_at = excluded.learned_at
WHERE lid.phone <> excluded.phone OR lid.chat_id <> excluded.chat_id

-- name: learn-lid-of-receipt
-- A receipt that names a hidden number and a message of ours says whose it is.
INSERT INTO lid (line, lid, phone, chat_id, learned_at)
SELECT line, :lid, phone, chat_id, :now FROM message
WHERE line = :line AND (client_message_id = :messageId OR gateway_message_id = :messageId) AND phone IS NOT NULL AND chat_id IS NOT NULL
LIMIT 1
ON CONFLICT (line, lid) DO UPDATE SET phone = excluded.phone, chat_id = excluded.chat_id, learned_at = excluded.learned_at
WHERE lid.phone <> excluded.phone OR lid.chat_id <> excluded.chat_id

-- name: add-tasks
INSERT INTO task (id, clinic_id, raised_at)
SELECT DISTINCT ON (id) id, clinic_id, :now FROM unnest(:ids::uuid[], :clinicIds::text[]) AS told (id, clinic_id) ORDER BY id
ON CONFLICT (id) DO NOTHING
RETURNING id

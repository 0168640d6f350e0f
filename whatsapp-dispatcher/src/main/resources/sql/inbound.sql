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
INSERT INTO inbound (line, message_id, phone, chat_id, lid, quoted_id, edited_id, body, digest, written_at, received_at)
SELECT line, message_id, phone, chat_id, lid, quoted_id, edited_id, body, digest, written_at, :now
FROM heard JOIN fresh ON fresh.id = heard.event_id
ORDER BY nth
ON CONFLICT (line, message_id) DO NOTHING
RETURNING line, message_id

-- name: take
-- What was written and not looked at, in the order in which it came, with all that must be known to answer it.
WITH picked AS MATERIALIZED (
    SELECT * FROM inbound WHERE effect IS NULL ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED),
named AS MATERIALIZED (
    SELECT picked.id, picked.line, picked.message_id, picked.quoted_id, picked.edited_id, picked.lid, picked.body, picked.digest, picked.written_at, picked.received_at,
        coalesce(picked.phone, quoted.phone, known.phone) AS phone,
        coalesce(picked.chat_id, quoted.chat_id, known.chat_id) AS chat_id,
        quoted.reminder_id AS quoted
    FROM picked
    LEFT JOIN lid AS known ON known.line = picked.line AND known.lid = picked.lid
    LEFT JOIN LATERAL (
        SELECT reminder_id, phone, chat_id FROM message
        WHERE (client_message_id = picked.quoted_id OR gateway_message_id = picked.quoted_id) AND message.line = picked.line
          AND (picked.phone IS NULL OR message.phone = picked.phone)
        LIMIT 1) AS quoted ON true)
SELECT named.id, line, message_id, quoted_id, edited_id, lid, body, written_at, received_at, phone, chat_id, quoted,
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
    EXISTS (SELECT FROM opt_out WHERE opt_out.line = named.line AND opt_out.phone = named.phone)
        AND NOT EXISTS (SELECT FROM opt_in WHERE opt_in.phone = named.phone) AS opted_out
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
INSERT INTO task (id, raised_at) SELECT id, :now FROM (SELECT DISTINCT id FROM unnest(:ids::uuid[]) AS t (id)) AS told ORDER BY id
ON CONFLICT (id) DO NOTHING
RETURNING id

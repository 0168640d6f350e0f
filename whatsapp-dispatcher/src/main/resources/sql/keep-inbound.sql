-- One statement for everything that came at the same time. A message is known by its event's id and by its own.
WITH heard AS (
    SELECT * FROM unnest(
        :eventIds::text[], :lines::text[], :messageIds::text[], :phones::text[], :chatIds::text[], :lids::text[],
        :quotedIds::text[], :bodies::text[], :digests::bytea[], :writtenAts::timestamptz[])
        WITH ORDINALITY AS h (event_id, line, message_id, phone, chat_id, lid, quoted_id, body, digest, written_at, nth)),
fresh AS (
    INSERT INTO webhook_event (id, received_at) SELECT DISTINCT event_id, :now::timestamptz FROM heard ORDER BY event_id
    ON CONFLICT (id) DO NOTHING RETURNING id)
INSERT INTO inbound (line, message_id, phone, chat_id, lid, quoted_id, body, digest, written_at, received_at)
SELECT line, message_id, phone, chat_id, lid, quoted_id, body, digest, written_at, :now
FROM heard JOIN fresh ON fresh.id = heard.event_id
ORDER BY nth
ON CONFLICT (line, message_id) DO NOTHING
RETURNING line, message_id

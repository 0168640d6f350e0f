-- What was written and not looked at, in the order in which it came, with all that must be known to answer it.
WITH picked AS MATERIALIZED (
    SELECT * FROM inbound WHERE effect IS NULL ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED),
named AS MATERIALIZED (
    SELECT picked.id, picked.line, picked.lid, picked.body, picked.digest, picked.written_at, picked.received_at,
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
SELECT named.id, line, lid, body, written_at, received_at, phone, chat_id, quoted,
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
    EXISTS (SELECT FROM opt_out WHERE opt_out.line = named.line AND opt_out.phone = named.phone) AS opted_out
FROM named
ORDER BY named.id

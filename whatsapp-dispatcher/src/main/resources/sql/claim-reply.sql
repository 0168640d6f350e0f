-- The intent to answer, committed before the first byte leaves. Whoever opted out hears that it was understood and no more.
WITH picked AS MATERIALIZED (
    SELECT id FROM reply
    WHERE line = :line AND state = 'WAITING' AND client_message_id IS NOT NULL AND not_before <= :now AND send_before > :now
      AND (kind <> 'AUTOMATIC' OR NOT EXISTS (SELECT FROM opt_out WHERE opt_out.line = reply.line AND opt_out.phone = reply.phone))
    ORDER BY id
    LIMIT 1
    FOR UPDATE SKIP LOCKED)
UPDATE reply SET state = 'SENDING', attempts = attempts + 1, lease_epoch = lease_epoch + 1,
    lease_until = clock_timestamp() + make_interval(secs => :leaseSeconds::float8)
FROM picked WHERE reply.id = picked.id
RETURNING reply.id, lease_epoch, attempts, chat_id, body, client_message_id, send_before

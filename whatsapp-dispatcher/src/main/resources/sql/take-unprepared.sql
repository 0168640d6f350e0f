-- No further ahead than needed: checking numbers in bulk is what gets a line restricted. A message that cannot leave now
-- does not count as ready, or it would keep others from being prepared.
WITH picked AS MATERIALIZED (
    SELECT reminder_id FROM message
    WHERE line = :line AND state = 'WAITING' AND client_message_id IS NULL AND NOT withdrawn
      AND not_before <= :now AND due_at <= :dueUntil AND send_before > :now AND prepare_lease < clock_timestamp()
      AND quiet_until(:now::timestamptz, zone, quiet_from, quiet_to) IS NULL
      AND NOT EXISTS (SELECT FROM opt_out WHERE opt_out.line = message.line AND opt_out.phone = message.phone)
    ORDER BY deadline, turn, send_before
    LIMIT (SELECT greatest(0, least(:batch::int, :most::int - count(*))) FROM message
           WHERE line = :line AND state = 'WAITING' AND client_message_id IS NOT NULL
             AND not_before <= :now AND due_at <= :now AND send_before > :now
             AND quiet_until(:now::timestamptz, zone, quiet_from, quiet_to) IS NULL)
    FOR UPDATE SKIP LOCKED)
UPDATE message AS m SET prepare_lease = clock_timestamp() + make_interval(secs => :leaseSeconds::float8)
FROM picked WHERE m.reminder_id = picked.reminder_id
RETURNING m.reminder_id, m.generation, m.phone,
    (SELECT chat_id FROM contact WHERE contact.line = m.line AND contact.phone = m.phone) AS known_chat_id

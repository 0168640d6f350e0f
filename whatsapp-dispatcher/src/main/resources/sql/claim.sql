-- The intent to send, committed before the first byte leaves. What must be true at this moment stands in the WHERE.
-- MATERIALIZED is a fence: without it the planner may run the LIMITed select twice and claim more than it locks.
WITH picked AS MATERIALIZED (
    SELECT reminder_id FROM message
    WHERE line = :line AND state = 'WAITING' AND client_message_id IS NOT NULL
      AND not_before <= :now AND due_at <= :now AND send_before > :now AND NOT withdrawn
      AND quiet_until(:now::timestamptz, zone, quiet_from, quiet_to) IS NULL
      AND NOT EXISTS (SELECT FROM withdrawal WHERE withdrawal.reminder_id = message.reminder_id)
      AND NOT EXISTS (SELECT FROM opt_out WHERE opt_out.line = message.line AND opt_out.phone = message.phone)
    ORDER BY deadline, turn, send_before
    LIMIT :limit
    FOR UPDATE SKIP LOCKED),
numbered AS MATERIALIZED (SELECT reminder_id, row_number() OVER () AS nth FROM picked)
UPDATE message AS m
SET state = 'SENDING', changed_at = :now, cause = NULL, detail = NULL, sequence = m.sequence + 1, attempts = m.attempts + 1,
    sending_since = :now, lease_epoch = m.lease_epoch + 1, claim_no = :claims::bigint + numbered.nth,
    lease_until = clock_timestamp() + make_interval(secs => :leaseSeconds::float8)
FROM numbered WHERE m.reminder_id = numbered.reminder_id
RETURNING {transition}, m.lease_epoch, m.chat_id, m.client_message_id, m.whatsapp_text, m.due_at, m.send_before

WITH due AS MATERIALIZED (
    SELECT reminder_id FROM message WHERE state = 'IN_DOUBT' AND next_look_at <= :now
    ORDER BY next_look_at LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message AS m SET next_look_at = :nextLookAt
FROM due WHERE m.reminder_id = due.reminder_id
RETURNING m.reminder_id, m.generation, m.lease_epoch, m.line, m.chat_id, m.client_message_id, m.sending_since, m.doubt_since,
    m.send_before, m.fallback, m.withdrawn

-- Client ids are known before anything is sent, so only a gateway's own id can be heard of before we know it.
WITH matched AS (
    DELETE FROM receipt USING message
    WHERE message.gateway_message_id = receipt.message_id
    RETURNING message.reminder_id, receipt.state, receipt.confirmed)
UPDATE message AS m
SET state = matched.state, changed_at = :now, accepted_at = coalesce(m.accepted_at, :now), cause = NULL, detail = 'receipt',
    sequence = m.sequence + 1,
    confirmed_at = CASE WHEN matched.confirmed THEN coalesce(m.confirmed_at, :now) ELSE m.confirmed_at END
FROM matched
WHERE m.reminder_id = matched.reminder_id
  AND {rank-of-receipt} < CASE matched.state WHEN 'ACCEPTED' THEN 1 WHEN 'DELIVERED' THEN 2 WHEN 'READ' THEN 3 END
RETURNING {transition}

-- Up the ladder only. A receipt also ends a doubt, and stops what was about to be sent again.
UPDATE message AS m
SET state = :state, changed_at = :now, accepted_at = coalesce(m.accepted_at, :now), cause = NULL, detail = 'receipt',
    sequence = m.sequence + 1, gateway_message_id = coalesce(m.gateway_message_id, :messageId),
    confirmed_at = CASE WHEN :confirmed THEN coalesce(m.confirmed_at, :now) ELSE m.confirmed_at END,
    possible_duplicate = m.possible_duplicate AND m.state <> 'DOUBT_CLOSED'
WHERE (m.client_message_id = :messageId OR m.gateway_message_id = :messageId)
  AND {rank-of-receipt} < CASE :state WHEN 'ACCEPTED' THEN 1 WHEN 'DELIVERED' THEN 2 WHEN 'READ' THEN 3 END
RETURNING {transition}

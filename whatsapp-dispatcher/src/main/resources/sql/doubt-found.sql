UPDATE message AS m
SET state = :state, changed_at = :now, accepted_at = :now, cause = NULL, detail = 'found', sequence = m.sequence + 1,
    gateway_message_id = :gatewayMessageId, confirmed_at = CASE WHEN :confirmed THEN coalesce(m.confirmed_at, :now) END
WHERE {settled-by} AND m.state = 'IN_DOUBT'
RETURNING {transition}

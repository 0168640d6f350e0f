UPDATE message AS m
SET state = 'ACCEPTED', changed_at = :now, accepted_at = :now, cause = NULL, detail = NULL, sequence = m.sequence + 1,
    gateway_message_id = :gatewayMessageId, lease_until = NULL
WHERE {settled-by}
RETURNING {transition}

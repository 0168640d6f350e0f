UPDATE reply SET state = :state, gateway_message_id = :gatewayMessageId, not_before = coalesce(:notBefore::timestamptz, not_before),
    lease_until = NULL
WHERE id = :id AND lease_epoch = :epoch AND state = 'SENDING'

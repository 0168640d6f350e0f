UPDATE canary SET accepted_at = :now, gateway_message_id = :gatewayMessageId WHERE client_message_id = :messageId

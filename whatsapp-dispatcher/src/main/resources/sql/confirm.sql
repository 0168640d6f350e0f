-- WhatsApp itself has it: the gateway's word for it is believed from now on.
UPDATE message SET confirmed_at = :now
WHERE (client_message_id = :messageId OR gateway_message_id = :messageId) AND confirmed_at IS NULL

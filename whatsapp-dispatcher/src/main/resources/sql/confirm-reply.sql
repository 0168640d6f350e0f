UPDATE reply SET confirmed_at = :now
WHERE client_message_id = :messageId AND confirmed_at IS NULL

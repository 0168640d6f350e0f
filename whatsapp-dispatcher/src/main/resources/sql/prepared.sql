UPDATE message SET chat_id = :chatId, client_message_id = :clientMessageId
WHERE reminder_id = :reminderId AND generation = :generation AND state = 'WAITING' AND client_message_id IS NULL

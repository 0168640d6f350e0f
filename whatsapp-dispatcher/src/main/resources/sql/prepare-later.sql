UPDATE message SET not_before = :notBefore, prepare_lease = 'epoch'
WHERE reminder_id = :reminderId AND generation = :generation AND state = 'WAITING' AND client_message_id IS NULL

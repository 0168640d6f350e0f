m.reminder_id = :reminderId AND m.generation = :generation AND m.lease_epoch = :epoch AND m.state IN ('SENDING', 'IN_DOUBT')

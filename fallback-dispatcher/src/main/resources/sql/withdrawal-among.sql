SELECT reminder_id FROM withdrawal WHERE reminder_id = ANY (:reminders)

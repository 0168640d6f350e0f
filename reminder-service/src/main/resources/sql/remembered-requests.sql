SELECT reminder_id, content_hash, profile FROM requested_message WHERE reminder_id = ANY (:reminderIds::uuid[])

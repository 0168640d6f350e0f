SELECT reminder_id, generation, given_up, content_hash, profile FROM requested_message WHERE reminder_id = ANY (:reminderIds::uuid[])

SELECT reminder_id, record_topic, record_partition, record_offset, record_key, record_headers, record_value
FROM message WHERE reminder_id = ANY (:reminderIds::uuid[])

SELECT m.id, m.state, m.cause, m.send_before, m.possible_duplicate, m.generation,
    m.record_topic, m.record_key, m.record_headers, m.record_value,
    EXISTS (SELECT FROM withdrawal w WHERE w.reminder_id = m.reminder_id) AS withdrawn
FROM message m WHERE m.id = ANY (:ids) AND m.died_of IS NOT NULL

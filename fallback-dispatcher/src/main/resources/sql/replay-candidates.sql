-- Only a delivery ends with its visit: a record that speaks of a withdrawn one may go again.
SELECT m.id, m.state, m.cause, m.send_before, m.possible_duplicate, m.generation,
    m.record_topic, m.record_key, m.record_headers, m.record_value,
    m.record_topic = ANY (:deliveries) AND EXISTS (
        SELECT FROM withdrawal w WHERE w.reminder_id = m.reminder_id) AS withdrawn
FROM message m WHERE m.id = ANY (:ids) AND m.died_of IS NOT NULL

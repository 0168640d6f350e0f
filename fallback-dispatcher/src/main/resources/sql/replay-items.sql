-- What came back after the replay: the same record, or the same delivery on whichever topic it got to,
-- one generation later.
SELECT i.message_id, i.verdict, coalesce(next.state, m.state) AS state
FROM replay_item i
LEFT JOIN message m ON m.id = i.message_id
LEFT JOIN LATERAL (
    SELECT n.state FROM message n
    WHERE i.verdict = 'REPLAY' AND n.reminder_id = m.reminder_id
      AND n.generation = m.generation + 1
      AND (n.record_topic = m.record_topic
           OR n.record_topic = ANY (:deliveries) AND m.record_topic = ANY (:deliveries))
    ORDER BY n.received_at DESC LIMIT 1) next ON true
WHERE i.replay_id = :id
ORDER BY i.position

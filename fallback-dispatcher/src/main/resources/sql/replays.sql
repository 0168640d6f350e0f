-- What people had sent again.

-- name: begin
-- Waits for a replay that is under way with the same key.
INSERT INTO replay (id, idempotency_key, request_hash, reason, may_duplicate, asked_by, asked_at)
VALUES (:id, :key, :hash, :reason, :mayDuplicate, :who, :now)
ON CONFLICT (idempotency_key) DO NOTHING

-- name: by-id
SELECT * FROM replay WHERE id = :id

-- name: by-key
SELECT * FROM replay WHERE idempotency_key = :key

-- name: candidates
-- Only a delivery ends with its visit: a record that speaks of a withdrawn one may go again.
SELECT m.id, m.state, m.cause, m.send_before, m.possible_duplicate, m.generation,
    m.record_topic, m.record_key, m.record_headers, m.record_value,
    m.record_topic = ANY (:deliveries::text[]) AND {withdrawals/is-there} AS withdrawn
FROM message m WHERE m.id = ANY (:ids::uuid[]) AND m.died_of IS NOT NULL

-- name: add-items
INSERT INTO replay_item (replay_id, position, message_id, verdict)
SELECT :id::uuid, position, message_id, verdict
FROM unnest(:messages::uuid[], :verdicts::text[]) WITH ORDINALITY AS item (message_id, verdict, position)

-- name: items
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
           OR n.record_topic = ANY (:deliveries::text[]) AND m.record_topic = ANY (:deliveries::text[]))
    ORDER BY n.received_at DESC LIMIT 1) next ON true
WHERE i.replay_id = :id
ORDER BY i.position

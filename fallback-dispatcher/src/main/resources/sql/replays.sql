-- What people had sent again.

-- name: begin
-- Waits for a replay that is under way with the same key.
INSERT INTO replay (id, idempotency_key, request_hash, reason, may_duplicate, filter, despite, asked_by, asked_at)
VALUES (:id, :key, :hash, :reason, :mayDuplicate, :filter, :despite, :who, :now)
ON CONFLICT (idempotency_key) DO NOTHING

-- name: by-id
SELECT r.*, (SELECT count(*) FROM replay_item i WHERE i.replay_id = r.id) AS total FROM replay r WHERE id = :id

-- name: by-key
SELECT r.*, 0 AS total FROM replay r WHERE idempotency_key = :key

-- name: found
-- Those that need attention and that a filter means.
m.state = 'NEEDS_ATTENTION' AND m.died_of IS NOT NULL
  AND (:cause::text IS NULL OR m.cause = :cause::text)
  AND (:clinic::text IS NULL OR m.clinic_id = :clinic::text)
  AND (:topic::text IS NULL OR m.record_topic = :topic::text)
  AND (:from::timestamptz IS NULL OR m.died_at >= :from::timestamptz)
  AND (:to::timestamptz IS NULL OR m.died_at < :to::timestamptz)

-- name: found-after
SELECT m.id, m.died_at FROM message m
WHERE {found} AND (m.died_at, m.id) > (:afterAt::timestamptz, :afterId::uuid)
ORDER BY m.died_at, m.id
LIMIT :limit

-- name: freeze-found
-- The list is frozen: what dies later is not in it. The oldest go first.
INSERT INTO replay_item (replay_id, position, message_id, clinic_id)
SELECT :id::uuid, row_number() OVER (ORDER BY m.died_at, m.id), m.id, m.clinic_id FROM message m WHERE {found}

-- name: freeze
INSERT INTO replay_item (replay_id, position, message_id, clinic_id)
SELECT :id::uuid, position, message_id, (SELECT m.clinic_id FROM message m WHERE m.id = message_id)
FROM unnest(:messages::uuid[]) WITH ORDINALITY AS item (message_id, position)

-- name: unfinished
-- One node works on a replay at a time; who holds it is dead when its lock is gone.
SELECT r.*, 0 AS total FROM replay r WHERE finished_at IS NULL ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED

-- name: finish
UPDATE replay SET finished_at = :now WHERE id = :id

-- name: undecided
SELECT position, message_id FROM replay_item WHERE replay_id = :id AND verdict IS NULL ORDER BY position LIMIT :limit

-- name: candidates
-- Only a delivery ends with its visit: a record that speaks of a withdrawn one may go again. Delivered is one whose patient has
-- it, as somebody told or as another record of the same reminder shows; a doubt about an earlier generation is one about this.
SELECT m.*,
    m.record_topic = ANY (:deliveries::text[]) AND {withdrawals/is-there} AS withdrawn,
    {hand-back/line-is-out} AS line_is_out,
    m.record_topic = ANY (:deliveries::text[]) AND (
        EXISTS (SELECT FROM replay_progress t WHERE t.reminder_id = m.reminder_id AND t.state IN ('DELIVERED', 'READ'))
        OR EXISTS (SELECT FROM message n WHERE n.reminder_id = m.reminder_id AND n.id <> m.id
            AND n.record_topic = ANY (:deliveries::text[]) AND n.state IN ('ACCEPTED', 'DELIVERED'))) AS delivered,
    m.possible_duplicate OR m.cause = 'DOUBT_UNRESOLVED' OR (m.record_topic = ANY (:deliveries::text[]) AND EXISTS (
        SELECT FROM message n WHERE n.reminder_id = m.reminder_id AND n.generation < m.generation
            AND n.record_topic = ANY (:deliveries::text[]) AND (n.possible_duplicate OR n.cause = 'DOUBT_UNRESOLVED'))) AS in_doubt
FROM message m WHERE m.id = ANY (:ids::uuid[]) AND m.died_of IS NOT NULL

-- name: decide
UPDATE replay_item i SET verdict = decided.verdict
FROM unnest(:positions::int[], :verdicts::text[]) AS decided (position, verdict)
WHERE i.replay_id = :id AND i.position = decided.position

-- name: verdicts
SELECT message_id, verdict FROM replay_item WHERE replay_id = :id ORDER BY position LIMIT :limit

-- name: became
-- What became of each item of a replay. Of a delivery its newest generation counts, wherever it is; of another record only what
-- died again is ever heard of. What the two services tell of one generation is ordered: fallback-dispatcher has it last, but a
-- receipt of WhatsApp may still say that the patient has it.
SELECT i.position, i.message_id, i.verdict, i.verdict = 'REPLAY' AND m.reminder_id IS NOT NULL AND {is-delivery} AS followed,
    m.state AS own_state, next.id AS next_id,
    CASE WHEN next.id IS NULL OR told.generation > next.generation
              OR told.generation = next.generation AND told.state IN ('DELIVERED', 'READ')
         THEN told.state ELSE next.state END AS state,
    CASE WHEN next.id IS NULL OR told.generation > next.generation THEN told.cause ELSE next.cause END AS cause,
    greatest(next.generation, told.generation) AS generation
FROM replay_item i
LEFT JOIN message m ON m.id = i.message_id
LEFT JOIN LATERAL (
    SELECT n.* FROM message n
    WHERE n.replay_of = m.id
       OR n.reminder_id = m.reminder_id AND n.generation > m.generation
          AND n.record_topic = ANY (:deliveries::text[]) AND {is-delivery}
    ORDER BY n.generation DESC, n.received_at DESC LIMIT 1) next ON i.verdict = 'REPLAY'
LEFT JOIN replay_progress told
    ON i.verdict = 'REPLAY' AND told.reminder_id = m.reminder_id AND told.generation > m.generation AND {is-delivery}
WHERE i.replay_id = :id

-- name: is-delivery
m.record_topic = ANY (:deliveries::text[])

-- name: items
SELECT * FROM ({became}) b WHERE position > :after ORDER BY position LIMIT :limit

-- name: counts
SELECT verdict, followed, state, count(*) AS items FROM ({became}) b GROUP BY verdict, followed, state

-- name: tell
-- The last word counts, in whatever order they come.
INSERT INTO replay_progress (reminder_id, clinic_id, generation, sequence, state, cause, at)
SELECT DISTINCT ON (reminder_id) reminder_id, clinic_id, generation, sequence, state, cause, at
FROM unnest(:reminders::uuid[], :clinics::text[], :generations::int[], :sequences::int[], :states::text[], :causes::text[], :ats::timestamptz[])
    AS told (reminder_id, clinic_id, generation, sequence, state, cause, at)
ORDER BY reminder_id, generation DESC, sequence DESC
ON CONFLICT (reminder_id) DO UPDATE SET
    generation = excluded.generation, sequence = excluded.sequence, state = excluded.state, cause = excluded.cause, at = excluded.at,
    clinic_id = excluded.clinic_id
WHERE (replay_progress.generation, replay_progress.sequence) < (excluded.generation, excluded.sequence)

-- name: links
-- Between the generations of dead letters, and to the replay that made the next one.
SELECT m.id, m.replay_of, next.id AS replayed_as,
    (SELECT i.replay_id FROM replay_item i WHERE i.message_id = m.id AND i.verdict = 'REPLAY' LIMIT 1) AS replay_id
FROM message m
LEFT JOIN LATERAL (SELECT n.id FROM message n WHERE n.replay_of = m.id ORDER BY n.received_at DESC LIMIT 1) next ON true
WHERE m.id = ANY (:ids::uuid[])

-- Messages: what arrived, and where each stands. Only store, move and close write a state; the table of legal
-- transitions (LegalTransitions) stands before all three.

-- name: store
-- Idempotent by id; an older generation of a delivery than one that is here already is a no-op too.
INSERT INTO message (
    id, record_topic, record_partition, record_offset, record_key, record_headers, record_value,
    reminder_id, appointment_id, appointment_version, clinic_id, generation, send_before,
    died_of, field, died_at, line, state, channel, cause, next_at, possible_duplicate, patient_id, made_at, record_gone, replay_of,
    sequence, received_at, updated_at)
SELECT
    id, record_topic, record_partition, record_offset, record_key, record_headers, record_value,
    reminder_id, appointment_id, appointment_version, clinic_id, generation, send_before,
    died_of, field, died_at, line, state, channel, cause, next_at, possible_duplicate, patient_id, made_at,
    CASE WHEN state = 'SUPPRESSED' AND record_value IS NULL THEN 'ERASED' END, {replayed-letter},
    :sequence::int, :now::timestamptz, :now::timestamptz
FROM unnest(
    :ids::uuid[], :topics::text[], :partitions::int[], :offsets::bigint[], :keys::bytea[],
    :headers::bytea[], :values::bytea[], :reminders::uuid[], :appointments::text[],
    :versions::bigint[], :clinics::text[], :generations::int[], :sendBefores::timestamptz[],
    :diedOf::text[], :fields::text[], :diedAt::timestamptz[], :lines::text[], :states::text[], :channels::text[],
    :causes::text[], :nextAts::timestamptz[], :doubles::boolean[], :patients::text[], :madeAts::timestamptz[],
    :replaysOf::uuid[])
    AS arrived (
    id, record_topic, record_partition, record_offset, record_key, record_headers, record_value,
    reminder_id, appointment_id, appointment_version, clinic_id, generation, send_before,
    died_of, field, died_at, line, state, channel, cause, next_at, possible_duplicate, patient_id, made_at, named_letter)
WHERE NOT EXISTS (
    SELECT FROM message newer
    WHERE newer.reminder_id = arrived.reminder_id
      AND newer.record_topic = arrived.record_topic
      AND newer.record_topic = ANY (:deliveries::text[])
      AND newer.generation > arrived.generation)
ON CONFLICT (id) DO NOTHING
RETURNING id

-- name: replayed-letter
-- The letter that the arrived record was sent again from: the one that its header names; of a message that was rendered anew
-- meanwhile, which has other headers, the one before it.
CASE WHEN arrived.generation > 1 THEN coalesce(
    (SELECT p.id FROM message p WHERE p.id = arrived.named_letter),
    (SELECT p.id FROM message p
     WHERE p.reminder_id = arrived.reminder_id AND p.generation = arrived.generation - 1 AND p.state = 'REPLAYED'
       AND p.record_topic = ANY (:deliveries::text[]) AND arrived.record_topic = ANY (:deliveries::text[])
     ORDER BY p.received_at DESC LIMIT 1)) END

-- name: as-moved
-- Every move raises the epoch, so that whoever acts on an older one changes nothing.
epoch = nextval('message_epoch'), sequence = sequence + 1, updated_at = :now::timestamptz

-- name: move
-- Compare and set on state and epoch. A cause stays what the message died of until it needs attention.
UPDATE message SET
    state = :to::text,
    channel = :channel::text,
    cause = CASE WHEN :to::text = 'NEEDS_ATTENTION' THEN :cause::text ELSE cause END,
    died_of = CASE WHEN :to::text = 'NEEDS_ATTENTION'
                   THEN coalesce(died_of, :cause::text) ELSE died_of END,
    died_at = CASE WHEN :to::text = 'NEEDS_ATTENTION'
                   THEN coalesce(died_at, :now::timestamptz) ELSE died_at END,
    email_failed = :emailFailed::text,
    sms_failed = :smsFailed::text,
    next_at = :nextAt::timestamptz,
    attempts = :attempts::int,
    possible_duplicate = :possibleDuplicate::boolean,
    resent = :resent::boolean,
    doubt_since = :doubtSince::timestamptz,
    provider_id = coalesce(:providerId::text, provider_id),
    lease_until = CASE WHEN :lease::bigint > 0
                       THEN clock_timestamp() + :lease::bigint * interval '1 millisecond' END,
    {as-moved}
WHERE id = :id AND state = :from::text AND epoch = :epoch
RETURNING epoch, sequence

-- name: close
-- One compare-and-set for all of them: whoever comes second finds none.
UPDATE message SET state = :to::text, {as-moved}
WHERE id = ANY (:ids::uuid[]) AND state = ANY (:from::text[])
RETURNING id, record_topic, record_partition, record_offset, reminder_id, appointment_id, appointment_version, clinic_id, generation, sequence,
    attempts, possible_duplicate

-- name: waiting
-- The claim's first half: what must be true at this moment stands in the WHERE. The rows stay locked
-- until the intent is committed, and a withdrawal waits for them before it commits. One that
-- committed after this statement looked and before it locked is found by withdrawals/among.
SELECT m.*, false AS withdrawn
FROM message m
WHERE m.state = 'RECEIVED' AND m.channel = :channel
  AND m.next_at <= :now AND m.send_before > :now
  AND m.send_before <= :until
  AND NOT {withdrawals/is-there}
ORDER BY m.send_before
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

-- name: expired-or-withdrawn
SELECT m.*, w.reminder_id IS NOT NULL AS withdrawn
FROM message m LEFT JOIN withdrawal w ON w.reminder_id = m.reminder_id
WHERE m.state = 'RECEIVED' AND (m.send_before <= :now OR w.reminder_id IS NOT NULL)
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

-- name: sent-by-hand
-- What nobody need look at any more: the patient has it from the clinic's own phone. A moved or cancelled visit's stays in
-- sight, and so does a record that only speaks of a delivery.
SELECT m.*, true AS withdrawn
FROM withdrawal w JOIN message m ON m.reminder_id = w.reminder_id
WHERE w.reason = 'SENT_BY_HAND' AND m.state = 'NEEDS_ATTENTION' AND m.record_topic = ANY (:deliveries::text[])
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

-- name: stale
-- Leases run by the database's clock: nodes need not agree on the time.
SELECT m.*, false AS withdrawn
FROM message m
WHERE m.state = 'SENDING' AND m.lease_until < clock_timestamp()
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

-- name: doubts
-- Taking moves next_at, which is the lease: if this node dies, another one asks then.
UPDATE message m SET next_at = :again, epoch = nextval('message_epoch')
WHERE m.id IN (
    SELECT id FROM message
    WHERE state = 'IN_DOUBT' AND next_at <= :now
    ORDER BY next_at
    LIMIT :limit
    FOR UPDATE SKIP LOCKED)
RETURNING m.*, {withdrawals/is-there} AS withdrawn

-- name: accepted-by-mail-server
-- The index by reminder leads here; the Message-ID is compared whole. One that is being sent has none yet.
SELECT m.*, false AS withdrawn FROM message m
WHERE m.reminder_id = :reminder AND m.generation = :generation AND m.channel = 'EMAIL'
  AND (m.provider_id = :messageId OR m.state = 'SENDING')
FOR UPDATE OF m

-- name: hold
SELECT id FROM message WHERE id = ANY (:ids::uuid[]) ORDER BY id FOR UPDATE

-- name: hold-received
-- Waits for claims that hold these messages, and keeps others away until the tombstones are there.
SELECT id FROM message
WHERE reminder_id = ANY (:reminders::uuid[]) AND state = 'RECEIVED'
ORDER BY id
FOR UPDATE

-- name: attention
SELECT count(*) AS needing,
    coalesce(extract(epoch FROM :now::timestamptz - min(died_at))::bigint, 0) AS oldest
FROM message WHERE state = 'NEEDS_ATTENTION'

-- name: causes
SELECT cause, count(*) AS count,
    count(*) FILTER (WHERE send_before IS NULL OR send_before > :now) AS in_time,
    min(died_at) AS oldest
FROM message WHERE state = 'NEEDS_ATTENTION'
GROUP BY cause ORDER BY count(*) DESC, cause

-- name: bytes
SELECT id, record_headers, record_value FROM message
WHERE id = ANY (:ids::uuid[]) AND record_value IS NOT NULL AND record_headers IS NOT NULL

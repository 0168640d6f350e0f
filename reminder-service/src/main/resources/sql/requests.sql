-- name: remember
-- Whoever sees a generation of a request first decides what it says and which way it goes. What was given up begins again, with whatever
-- it says now; a person's replay is a later generation of the same. Anything else leaves what is there.
INSERT INTO requested_message AS known (reminder_id, clinic_id, generation, given_up, content_hash, profile, forget_after)
SELECT DISTINCT ON (reminder_id) reminder_id, clinic_id, generation, false, content_hash, profile, forget_after
FROM unnest(:reminderIds::uuid[], :clinicIds::text[], :generations::int[], :hashes::bytea[], :profiles::bytea[], :forgetAfters::timestamptz[])
    WITH ORDINALITY AS asked (reminder_id, clinic_id, generation, content_hash, profile, forget_after, place)
ORDER BY reminder_id, place -- two nodes that remember the same requests lock them in the same order
ON CONFLICT (reminder_id) DO UPDATE SET
    generation = greatest(excluded.generation, known.generation + CASE WHEN known.given_up THEN 1 ELSE 0 END),
    given_up = false, content_hash = excluded.content_hash, profile = excluded.profile, forget_after = excluded.forget_after
WHERE known.given_up OR (known.generation < excluded.generation AND known.content_hash = excluded.content_hash)

-- name: remembered
SELECT reminder_id, generation, given_up, content_hash, profile FROM requested_message WHERE reminder_id = ANY (:reminderIds::uuid[])

-- name: give-up
-- A dead letter stands for these now. One that a later generation has overtaken stays as it is.
INSERT INTO requested_message AS known (reminder_id, clinic_id, generation, given_up, content_hash, forget_after)
SELECT DISTINCT ON (reminder_id) reminder_id, clinic_id, generation, true, content_hash, forget_after
FROM unnest(:reminderIds::uuid[], :clinicIds::text[], :generations::int[], :hashes::bytea[], :forgetAfters::timestamptz[])
    AS asked (reminder_id, clinic_id, generation, content_hash, forget_after)
ORDER BY reminder_id, generation DESC
ON CONFLICT (reminder_id) DO UPDATE SET given_up = true, generation = excluded.generation
WHERE known.generation <= excluded.generation

-- name: wait
-- A record that is read again waits on as it did.
INSERT INTO waiting_request (record_partition, record_offset, clinic_id, record_key, record_headers, record_value, waits_until)
SELECT *, :waitsUntil FROM unnest(:partitions::int[], :offsets::bigint[], :clinicIds::text[], :keys::bytea[], :headers::bytea[], :values::bytea[])
    AS asked (record_partition, record_offset, clinic_id, record_key, record_headers, record_value)
ON CONFLICT DO NOTHING

-- name: take-waiting
-- Those whose clinic has come to be known, and those that waited long enough. Rows that another node holds are skipped. They go with
-- the transaction in which the broker acknowledged what came of them.
DELETE FROM waiting_request USING (
    SELECT record_partition, record_offset FROM waiting_request w
    WHERE w.waits_until <= :now OR EXISTS (SELECT FROM clinic_profile p WHERE p.clinic_id = w.clinic_id)
    ORDER BY record_partition, record_offset
    LIMIT :most
    FOR UPDATE SKIP LOCKED) AS taken
WHERE waiting_request.record_partition = taken.record_partition AND waiting_request.record_offset = taken.record_offset
RETURNING waiting_request.record_partition, waiting_request.record_offset, record_key, record_headers, record_value

-- name: forget-patient
-- A handful waits at any time, and for a quarter of an hour. What was requested after the erasure is a new patient's.
DELETE FROM waiting_request
WHERE clinic_id = :clinicId AND convert_from(record_value, 'UTF8')::json #>> '{patient,patientId}' = :patientId
  AND (convert_from(record_value, 'UTF8')::json ->> 'requestedAt')::timestamptz <= :erasedAt

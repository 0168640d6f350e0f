-- The patients of records from before they were noted beside them.

-- name: is-unsought
-- As the index message_patient_unsought says it.
(NOT patient_sought AND patient_id IS NULL AND record_value IS NOT NULL)

-- name: unsought
-- What is being sent is left to its sender, and looked at later.
SELECT id, record_headers, record_value, received_at FROM message WHERE {is-unsought} ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED

-- name: note
UPDATE message SET patient_sought = true, patient_id = n.patient_id, made_at = n.made_at
FROM unnest(:ids::uuid[], :patients::text[], :madeAts::timestamptz[]) AS n (id, patient_id, made_at) WHERE message.id = n.id

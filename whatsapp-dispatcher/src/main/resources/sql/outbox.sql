-- name: add
INSERT INTO outbox (topic, key, headers, value)
SELECT * FROM unnest(:topics::text[], :keys::bytea[], :headers::bytea[], :values::bytea[])

-- name: take
-- The oldest that no other pod holds. Rows are deleted in the same transaction, never passed over by a high-water mark.
SELECT id, topic, key, headers, value FROM outbox ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED

-- name: delete
DELETE FROM outbox WHERE id = ANY (:ids::bigint[])

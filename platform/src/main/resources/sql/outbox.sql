-- Records that wait to be published. A row goes with the broker's acknowledgement.

-- name: add
INSERT INTO outbox (topic, record_key, record_headers, record_value, created_at)
SELECT topic, record_key, record_headers, record_value, clock_timestamp()
FROM unnest(:topics::text[], :keys::bytea[], :headers::bytea[], :values::bytea[]) WITH ORDINALITY
    AS p (topic, record_key, record_headers, record_value, place)
ORDER BY place

-- name: take-turn
-- One node relays at a time, so that the records of one key never overtake each other.
SELECT pg_try_advisory_xact_lock(hashtext('outbox-relay')) AS mine

-- name: take
SELECT id, topic, record_key, record_headers, record_value FROM outbox ORDER BY id LIMIT :batch

-- name: forget
DELETE FROM outbox WHERE id = ANY (:ids::bigint[])

-- name: oldest
-- By the database's clock, which also wrote created_at.
SELECT greatest(0, extract(epoch FROM clock_timestamp() - created_at))::bigint AS age
FROM outbox ORDER BY id LIMIT 1

-- name: remember
INSERT INTO appointment_event (source, event_id, value_hash, received_at)
SELECT source, event_id, value_hash, :now FROM unnest(:sources::text[], :eventIds::text[], :hashes::bytea[])
    AS e (source, event_id, value_hash)
ORDER BY source, event_id
ON CONFLICT DO NOTHING
RETURNING source, event_id

-- name: known
SELECT source, event_id, value_hash FROM appointment_event
JOIN unnest(:sources::text[], :eventIds::text[]) AS e (source, event_id) USING (source, event_id)

-- name: forget
DELETE FROM appointment_event WHERE source = :source AND event_id = :eventId

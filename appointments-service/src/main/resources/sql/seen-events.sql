-- name: asked
unnest(:clinicIds::text[], :sources::text[], :eventIds::text[], :hashes::bytea[]) AS e (clinic_id, source, event_id, value_hash)

-- name: is-of-before
-- The event e was taken in when clinics were not kept with it: its hash tells it from one of another clinic.
f.clinic_id = '' AND f.source = e.source AND f.event_id = e.event_id AND f.value_hash = e.value_hash

-- name: remember
INSERT INTO appointment_event (clinic_id, source, event_id, value_hash, received_at)
SELECT clinic_id, source, event_id, value_hash, :now FROM {asked}
WHERE NOT EXISTS (SELECT FROM appointment_event f WHERE {is-of-before})
ORDER BY source, event_id, clinic_id
ON CONFLICT DO NOTHING
RETURNING clinic_id, source, event_id

-- name: known
SELECT e.clinic_id, e.source, e.event_id, f.value_hash FROM {asked} JOIN appointment_event f
    ON f.clinic_id = e.clinic_id AND f.source = e.source AND f.event_id = e.event_id
UNION ALL
SELECT e.clinic_id, e.source, e.event_id, f.value_hash FROM {asked} JOIN appointment_event f ON {is-of-before}

-- name: forget
DELETE FROM appointment_event WHERE clinic_id = :clinicId AND source = :source AND event_id = :eventId

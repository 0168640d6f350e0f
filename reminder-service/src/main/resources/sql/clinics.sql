-- name: of
SELECT profile FROM clinic_profile WHERE clinic_id = ANY (:clinicIds::text[])

-- name: store
-- The highest version of each clinic counts, within the batch and against what is known: an event that comes again or late changes nothing.
INSERT INTO clinic_profile (clinic_id, version, profile)
SELECT DISTINCT ON (clinic_id) clinic_id, version, profile
FROM unnest(:clinicIds::text[], :versions::bigint[], :profiles::bytea[]) AS told (clinic_id, version, profile)
ORDER BY clinic_id, version DESC
ON CONFLICT (clinic_id) DO UPDATE SET version = excluded.version, profile = excluded.profile
WHERE clinic_profile.version < excluded.version

-- name: is-known
-- Texts may have been saved before the profile arrived.
SELECT EXISTS (SELECT FROM clinic_profile WHERE clinic_id = :clinicId)
    OR EXISTS (SELECT FROM template WHERE clinic_id = :clinicId) AS is_known

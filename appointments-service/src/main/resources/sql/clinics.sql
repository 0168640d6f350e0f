-- name: is-known
SELECT EXISTS (SELECT FROM clinic WHERE clinic_id = :clinicId) AS is_known

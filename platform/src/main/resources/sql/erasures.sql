-- Orders to erase patients, in each service's table erasure. What is then to go is the service's own affair.

-- name: ask
-- Asked twice it is one.
INSERT INTO erasure (erasure_id, clinic_id, patient, patient_id, erased_at)
SELECT erasure_id, clinic_id, patient, patient_id, erased_at
FROM unnest(:erasureIds::uuid[], :clinicIds::text[], :patients::uuid[], :patientIds::text[], :ats::timestamptz[])
    AS asked (erasure_id, clinic_id, patient, patient_id, erased_at)
ORDER BY erasure_id
ON CONFLICT (erasure_id) DO NOTHING

-- name: among
-- When these patients were erased last, those that were.
SELECT clinic_id, patient, max(erased_at) AS erased_at FROM erasure
JOIN unnest(:clinicIds::text[], :patients::uuid[]) AS asked (clinic_id, patient) USING (clinic_id, patient)
GROUP BY clinic_id, patient

-- name: open
-- The next of them after one that was looked at.
SELECT erasure_id, clinic_id, patient_id, erased_at FROM erasure
WHERE reported_at IS NULL AND (erased_at, erasure_id) > (:erasedAt, :erasureId)
ORDER BY erased_at, erasure_id LIMIT :most

-- name: claim
SELECT erasure_id FROM erasure WHERE erasure_id = :erasureId AND reported_at IS NULL FOR UPDATE SKIP LOCKED

-- name: reported
UPDATE erasure SET reported_at = :now, patient_id = NULL WHERE erasure_id = :erasureId

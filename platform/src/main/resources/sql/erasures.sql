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
SELECT erasure_id, clinic_id, patient_id, erased_at FROM erasure WHERE reported_at IS NULL
ORDER BY erased_at LIMIT :most FOR UPDATE SKIP LOCKED

-- name: reported
UPDATE erasure SET reported_at = :now, patient_id = NULL WHERE erasure_id = :erasureId

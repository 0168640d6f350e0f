-- A patient's data goes; ids, states and times stay.

-- name: ask
-- Asked twice it is one.
INSERT INTO erasure (erasure_id, clinic_id, patient, patient_id, erased_at)
SELECT erasure_id, clinic_id, patient, patient_id, erased_at
FROM unnest(:erasureIds::uuid[], :clinicIds::text[], :patients::uuid[], :patientIds::text[], :ats::timestamptz[])
    AS asked (erasure_id, clinic_id, patient, patient_id, erased_at)
ORDER BY erasure_id
ON CONFLICT (erasure_id) DO NOTHING

-- name: among
SELECT clinic_id, patient, max(erased_at) AS erased_at FROM erasure
JOIN unnest(:clinicIds::text[], :patients::uuid[]) AS asked (clinic_id, patient) USING (clinic_id, patient)
GROUP BY clinic_id, patient

-- name: open
SELECT erasure_id, clinic_id, patient_id, erased_at FROM erasure WHERE reported_at IS NULL
ORDER BY erased_at LIMIT :most FOR UPDATE SKIP LOCKED

-- name: is-theirs
-- A record about the patient that was made before. What came before this was noted has no time: it is older.
(m.clinic_id = :clinicId AND m.patient_id = :patientId AND coalesce(m.made_at, m.received_at) <= :erasedAt)

-- name: waiting
SELECT id FROM message m WHERE {is-theirs} AND state IN ('RECEIVED', 'NEEDS_ATTENTION') ORDER BY id FOR UPDATE

-- name: forget-records
UPDATE message m SET record_value = NULL, record_gone = 'ERASED' WHERE {is-theirs} AND {retention/is-at-rest} AND record_value IS NOT NULL

-- name: left
SELECT EXISTS (SELECT FROM message m WHERE {is-theirs} AND (NOT {retention/is-at-rest} OR record_value IS NOT NULL)) AS is_left

-- name: reported
UPDATE erasure SET reported_at = :now, patient_id = NULL WHERE erasure_id = :erasureId

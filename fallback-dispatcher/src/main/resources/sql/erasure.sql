-- A patient's data goes; ids, states and times stay.

-- name: is-theirs
-- A record about the patient that was made before. What came before this was noted has no time: it is older.
(m.clinic_id = :clinicId AND m.patient_id = :patientId AND coalesce(m.made_at, m.received_at) <= :erasedAt)

-- name: waiting
SELECT id FROM message m WHERE {is-theirs} AND state IN ('RECEIVED', 'NEEDS_ATTENTION') ORDER BY id FOR UPDATE

-- name: forget-records
UPDATE message m SET record_value = NULL, record_gone = 'ERASED' WHERE {is-theirs} AND {retention/is-at-rest} AND record_value IS NOT NULL

-- name: left
-- As long as some record's patient is looked for it may be theirs.
SELECT EXISTS (SELECT FROM message m WHERE {is-theirs} AND (NOT {retention/is-at-rest} OR record_value IS NOT NULL))
    OR EXISTS (SELECT FROM message WHERE {record-patients/is-unsought}) AS is_left

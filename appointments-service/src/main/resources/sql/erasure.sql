-- A patient's data goes; ids, states and times stay.

-- name: hold-visits
-- Whoever books or moves one of them meanwhile waits.
SELECT appointment_id, phone, email, {retention/with-contact} AS has_contact FROM appointment
WHERE clinic_id = :clinicId AND patient_id = :patientId
ORDER BY appointment_id FOR UPDATE

-- name: last
SELECT erasure_id, erased_at FROM erasure WHERE clinic_id = :clinicId AND patient = :patient ORDER BY erased_at DESC LIMIT 1

-- name: remember
INSERT INTO erasure (erasure_id, clinic_id, patient, erased_at) VALUES (:erasureId, :clinicId, :patient, :now)

-- name: unqueue
-- Before the facts: the publisher locks in this order too.
DELETE FROM reminder_due USING reminder
WHERE reminder_due.reminder_id = reminder.reminder_id
  AND reminder.clinic_id = :clinicId AND reminder.appointment_id = ANY (:appointmentIds::text[])

-- name: withdraw
-- Whatever has not reached the patient. What is being sent ends as it does; what somebody would send again is refused as withdrawn.
UPDATE reminder SET withdrawn_at = :now, withdrawn_because = 'CANCELLED',
    state = CASE WHEN state IN ('SCHEDULED', 'QUEUED', 'RETRYING', 'FALLBACK') THEN 'CANCELLED' ELSE state END
WHERE clinic_id = :clinicId AND appointment_id = ANY (:appointmentIds::text[]) AND withdrawn_at IS NULL
  AND state IN ('SCHEDULED', 'QUEUED', 'RETRYING', 'FALLBACK', 'SENDING', 'IN_DOUBT', 'NOT_DELIVERED')
RETURNING reminder_id, appointment_id, appointment_version, clinic_id

-- name: forget-contacts
UPDATE appointment SET first_name = NULL, phone = NULL, email = NULL, language = NULL, agenda_key = NULL, erased_at = :now
WHERE clinic_id = :clinicId AND appointment_id = ANY (:appointmentIds::text[])

-- name: forget-tasks
DELETE FROM task
WHERE clinic_id = :clinicId AND (patient_id = :patientId OR patient_id IS NULL AND appointment_id = ANY (:appointmentIds::text[]))

-- name: forget-keys
DELETE FROM agenda_visit WHERE clinic_id = :clinicId AND appointment_id = ANY (:appointmentIds::text[])

-- name: forget-corrections
DELETE FROM correction WHERE clinic_id = :clinicId AND appointment_id = ANY (:appointmentIds::text[])

-- name: forget-answers
-- An answer holds ids only, but beside it stands a hash of what was asked.
DELETE FROM idempotent_answer
WHERE clinic_id = :clinicId AND answer IS NOT NULL AND answer::json ->> 'appointmentId' = ANY (:appointmentIds::text[])

-- name: store-reports
INSERT INTO erasure_report (erasure_id, service, clinic_id, done_at)
SELECT told.erasure_id, told.service, erasure.clinic_id, told.done_at
FROM unnest(:erasureIds::uuid[], :services::text[], :ats::timestamptz[]) AS told (erasure_id, service, done_at) JOIN erasure USING (erasure_id)
ORDER BY told.erasure_id, told.service
ON CONFLICT (erasure_id, service) DO NOTHING

-- name: reports
SELECT service, done_at FROM erasure_report WHERE erasure_id = :erasureId

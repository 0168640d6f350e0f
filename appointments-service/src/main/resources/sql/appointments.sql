-- name: rows
unnest(
    :appointmentIds::text[], :clinicIds::text[], :versions::bigint[], :planVersions::bigint[], :cancelled::boolean[], :starts::timestamptz[], :durations::integer[],
    :patientIds::text[], :firstNames::text[], :phones::text[], :emails::text[], :languages::text[], :optedOut::text[], :agendaKeys::uuid[])

-- name: insert
-- A row that is there already was booked by somebody else in this moment: the caller counts, and starts again.
INSERT INTO appointment (appointment_id, clinic_id, version, plan_version, cancelled, starts_at, duration_minutes,
                         patient_id, first_name, phone, email, language, opted_out, agenda_key)
SELECT * FROM {rows}
ON CONFLICT (clinic_id, appointment_id) DO NOTHING

-- name: update
-- The rows are locked: nobody else changed them meanwhile.
UPDATE appointment
SET version = n.version, plan_version = n.plan_version, cancelled = n.cancelled, starts_at = n.starts_at,
    duration_minutes = n.duration_minutes, patient_id = n.patient_id, first_name = n.first_name, phone = n.phone,
    email = n.email, language = n.language, opted_out = n.opted_out,
    erased_at = CASE WHEN n.first_name IS NULL AND n.phone IS NULL AND n.email IS NULL THEN appointment.erased_at END
FROM {rows}
    AS n (appointment_id, clinic_id, version, plan_version, cancelled, starts_at, duration_minutes,
          patient_id, first_name, phone, email, language, opted_out, agenda_key)
WHERE appointment.clinic_id = n.clinic_id AND appointment.appointment_id = n.appointment_id

-- name: asked
-- The visits that a statement is about, whichever clinics' they are.
(SELECT * FROM unnest(:clinicIds::text[], :appointmentIds::text[]))

-- name: lock
-- In order of their ids, so that two batches wait for each other and not in a circle.
SELECT * FROM appointment WHERE (clinic_id, appointment_id) IN {asked}
ORDER BY clinic_id, appointment_id FOR UPDATE

-- name: one
SELECT * FROM appointment WHERE clinic_id = :clinicId AND appointment_id = :appointmentId

-- name: all
SELECT * FROM appointment WHERE clinic_id = :clinicId AND appointment_id = ANY (:appointmentIds::text[])
ORDER BY starts_at, appointment_id

-- name: existing
SELECT appointment_id FROM appointment WHERE clinic_id = :clinicId AND appointment_id = ANY (:appointmentIds::text[])

-- name: of-former-agendas
-- What has keys of its own is found by them.
SELECT * FROM appointment a
WHERE (clinic_id = :clinicId AND agenda_key = ANY (:agendaKeys::uuid[])
       OR clinic_id = :clinicId AND NOT cancelled AND agenda_key IS NOT NULL AND patient_id = ANY (:patientIds::text[]))
  AND starts_at >= :from
  AND NOT EXISTS (SELECT FROM agenda_visit v WHERE v.clinic_id = a.clinic_id AND v.appointment_id = a.appointment_id)
ORDER BY starts_at, appointment_id

-- name: rename
UPDATE appointment SET agenda_key = n.agenda_key, patient_id = n.patient_id
FROM unnest(:appointmentIds::text[], :agendaKeys::uuid[], :patientIds::text[]) AS n (appointment_id, agenda_key, patient_id)
WHERE appointment.clinic_id = :clinicId AND appointment.appointment_id = n.appointment_id

-- name: phones-ending
-- By the last digits, which are an index: whether it is the same number is for PhoneCheck to tell.
SELECT DISTINCT phone FROM appointment
WHERE clinic_id = :clinicId AND right(regexp_replace(phone, '[^0-9]', '', 'g'), 9) = :ending

-- name: with-keys
SELECT agenda_key, kind, appointment_id, starts_at, off_by_agenda FROM agenda_visit
WHERE clinic_id = :clinicId
  AND appointment_id IN (SELECT appointment_id FROM agenda_visit WHERE clinic_id = :clinicId AND agenda_key = ANY (:keys::uuid[]))

-- name: forget-days
-- A visit that an agenda has moved is no longer found on its old day.
DELETE FROM agenda_visit WHERE clinic_id = :clinicId AND appointment_id = ANY (:appointmentIds::text[]) AND kind LIKE 'DAY_%'

-- name: add
INSERT INTO agenda_visit (clinic_id, agenda_key, kind, appointment_id, starts_at, off_by_agenda)
SELECT :clinicId, n.* FROM unnest(:keys::uuid[], :kinds::text[], :appointmentIds::text[], :starts::timestamptz[], :off::boolean[]) AS n
ON CONFLICT (clinic_id, agenda_key, appointment_id) DO NOTHING

-- name: follow
UPDATE agenda_visit SET starts_at = n.starts_at, off_by_agenda = n.off_by_agenda
FROM unnest(:appointmentIds::text[], :starts::timestamptz[], :off::boolean[]) AS n (appointment_id, starts_at, off_by_agenda)
WHERE agenda_visit.clinic_id = :clinicId AND agenda_visit.appointment_id = n.appointment_id

-- name: with-keys
SELECT agenda_key, kind, appointment_id, starts_at, off_by_agenda FROM agenda_visit
WHERE appointment_id IN (SELECT appointment_id FROM agenda_visit WHERE agenda_key = ANY (:keys::uuid[]))

-- name: forget-days
-- A visit that an agenda has moved is no longer found on its old day.
DELETE FROM agenda_visit WHERE appointment_id = ANY (:appointmentIds::text[]) AND kind LIKE 'DAY_%'

-- name: add
INSERT INTO agenda_visit (agenda_key, kind, appointment_id, starts_at, off_by_agenda, clinic_id)
SELECT n.*, a.clinic_id
FROM unnest(:keys::uuid[], :kinds::text[], :appointmentIds::text[], :starts::timestamptz[], :off::boolean[])
    AS n (agenda_key, kind, appointment_id, starts_at, off_by_agenda)
JOIN appointment a USING (appointment_id)
ON CONFLICT (agenda_key, appointment_id) DO NOTHING

-- name: follow
UPDATE agenda_visit SET starts_at = n.starts_at, off_by_agenda = n.off_by_agenda
FROM unnest(:appointmentIds::text[], :starts::timestamptz[], :off::boolean[]) AS n (appointment_id, starts_at, off_by_agenda)
WHERE agenda_visit.appointment_id = n.appointment_id

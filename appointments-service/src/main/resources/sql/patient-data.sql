-- All that stands of a patient.

-- name: theirs
(SELECT appointment_id FROM appointment WHERE clinic_id = :clinicId AND patient_id = :patientId)

-- name: visits
SELECT to_jsonb(appointment)::text AS columns FROM appointment WHERE clinic_id = :clinicId AND patient_id = :patientId ORDER BY starts_at

-- name: reminders
SELECT to_jsonb(reminder)::text AS columns FROM reminder WHERE clinic_id = :clinicId AND appointment_id IN {theirs} ORDER BY due_at

-- name: history
SELECT to_jsonb(h)::text AS columns
FROM reminder_history h JOIN reminder r USING (reminder_id)
WHERE r.clinic_id = :clinicId AND r.appointment_id IN {theirs} ORDER BY h.at

-- name: by-hand
SELECT to_jsonb(by_hand)::text AS columns FROM by_hand WHERE clinic_id = :clinicId AND appointment_id IN {theirs}

-- name: corrections
SELECT to_jsonb(correction)::text AS columns FROM correction WHERE clinic_id = :clinicId AND appointment_id IN {theirs}

-- name: tasks
SELECT to_jsonb(task)::text AS columns FROM task
WHERE clinic_id = :clinicId AND (patient_id = :patientId OR patient_id IS NULL AND appointment_id IN {theirs}) ORDER BY written_at

-- name: agenda-keys
SELECT to_jsonb(agenda_visit)::text AS columns FROM agenda_visit WHERE clinic_id = :clinicId AND appointment_id IN {theirs}

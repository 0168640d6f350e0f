-- name: reminders
SELECT r.*, c.zone, c.channel AS clinic_channel, h.link_at, a.first_name, a.phone, a.email FROM reminder r
JOIN clinic c USING (clinic_id)
LEFT JOIN appointment a ON a.clinic_id = r.clinic_id AND a.appointment_id = r.appointment_id
LEFT JOIN by_hand h
  ON h.clinic_id = r.clinic_id AND h.appointment_id = r.appointment_id AND h.plan_version = r.appointment_version
  AND r.kind = 'reminder'

-- name: of-appointment
{reminders}
WHERE r.clinic_id = :clinicId AND r.appointment_id = :appointmentId AND r.state <> 'DROPPED'
ORDER BY r.appointment_version, r.due_at, r.reminder_id

-- name: of-clinic
{reminders}
WHERE r.clinic_id = :clinicId AND r.state <> 'DROPPED'
  AND (:state::text IS NULL OR r.state = :state)
  AND r.due_at >= :from AND r.due_at < :to
ORDER BY r.due_at, r.reminder_id LIMIT :size OFFSET :skipped

-- name: history
SELECT * FROM reminder_history WHERE reminder_id = ANY (:reminderIds::uuid[])
ORDER BY reminder_id, generation, sequence

-- name: appointment-exists
SELECT 1 FROM appointment WHERE clinic_id = :clinicId AND appointment_id = :appointmentId

-- name: contact
SELECT first_name, phone, email FROM appointment WHERE clinic_id = :clinicId AND appointment_id = :appointmentId

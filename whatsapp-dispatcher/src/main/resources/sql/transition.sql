m.reminder_id, m.generation, m.state, m.changed_at, m.cause, m.detail, m.possible_duplicate, m.sequence, m.attempts,
m.appointment_id, m.appointment_version, m.clinic_id

-- What goes by age. Each statement finds the oldest rows by an index and leaves alone what somebody holds.

-- name: with-contact
(first_name IS NOT NULL OR phone IS NOT NULL OR email IS NOT NULL OR language IS NOT NULL)

-- name: contact-data
-- The patient's id, the times and the opt-outs stay, for reports and for whoever asks why nothing was sent.
WITH old AS MATERIALIZED (
    SELECT ctid FROM appointment WHERE starts_at < :before AND {with-contact}
    ORDER BY starts_at LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE appointment SET first_name = NULL, phone = NULL, email = NULL, language = NULL
FROM old WHERE appointment.ctid = old.ctid

-- name: oldest-contact-data
SELECT min(starts_at) AS oldest FROM appointment WHERE {with-contact}

-- name: visits
-- A visit and all that hangs on it, in one statement: the references are looked at when it ends.
WITH old AS MATERIALIZED (
    SELECT clinic_id, appointment_id FROM appointment WHERE starts_at < :before
    ORDER BY starts_at LIMIT :batch FOR UPDATE SKIP LOCKED),
gone AS MATERIALIZED (SELECT reminder_id FROM reminder JOIN old USING (clinic_id, appointment_id)),
history AS (DELETE FROM reminder_history USING gone WHERE reminder_history.reminder_id = gone.reminder_id),
queued AS (DELETE FROM reminder_due USING gone WHERE reminder_due.reminder_id = gone.reminder_id),
reminders AS (DELETE FROM reminder USING gone WHERE reminder.reminder_id = gone.reminder_id),
by_hands AS (DELETE FROM by_hand USING old WHERE by_hand.clinic_id = old.clinic_id AND by_hand.appointment_id = old.appointment_id),
corrections AS (DELETE FROM correction USING old WHERE correction.clinic_id = old.clinic_id AND correction.appointment_id = old.appointment_id),
keys AS (DELETE FROM agenda_visit USING old WHERE agenda_visit.clinic_id = old.clinic_id AND agenda_visit.appointment_id = old.appointment_id)
DELETE FROM appointment USING old WHERE appointment.clinic_id = old.clinic_id AND appointment.appointment_id = old.appointment_id

-- name: oldest-visit
SELECT min(starts_at) AS oldest FROM appointment

-- name: forecasts
WITH old AS MATERIALIZED (
    SELECT ctid FROM forecast_made WHERE day < :before::timestamptz::date ORDER BY day LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM forecast_made USING old WHERE forecast_made.ctid = old.ctid

-- name: oldest-forecast
SELECT min(day)::timestamptz AS oldest FROM forecast_made

-- name: tasks
WITH old AS MATERIALIZED (
    SELECT ctid FROM task WHERE written_at < :before ORDER BY written_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM task USING old WHERE task.ctid = old.ctid

-- name: oldest-task
SELECT min(written_at) AS oldest FROM task

-- name: event-ids
WITH old AS MATERIALIZED (
    SELECT ctid FROM appointment_event WHERE received_at < :before ORDER BY received_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM appointment_event USING old WHERE appointment_event.ctid = old.ctid

-- name: oldest-event-id
SELECT min(received_at) AS oldest FROM appointment_event

-- name: answers
WITH old AS MATERIALIZED (
    SELECT ctid FROM idempotent_answer WHERE created_at < :before ORDER BY created_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM idempotent_answer USING old WHERE idempotent_answer.ctid = old.ctid

-- name: oldest-answer
SELECT min(created_at) AS oldest FROM idempotent_answer

-- name: agenda-keys
-- Longer than anybody imports a day again.
WITH old AS MATERIALIZED (
    SELECT ctid FROM agenda_visit WHERE starts_at < :before ORDER BY starts_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM agenda_visit USING old WHERE agenda_visit.ctid = old.ctid

-- name: oldest-agenda-key
SELECT min(starts_at) AS oldest FROM agenda_visit

-- name: plan
-- Facts and queue rows of a batch in one statement. A reminder that was dropped with its rule comes back under its own id;
-- one that was published, reported on or withdrawn stays as it is and gets no second queue row.
WITH planned AS (
    SELECT * FROM unnest(
        :reminderIds::uuid[], :appointmentIds::text[], :versions::bigint[], :clinicIds::text[], :rules::text[], :starts::timestamptz[], :dues::timestamptz[], :sendBefores::timestamptz[])
        AS p (reminder_id, appointment_id, appointment_version, clinic_id, rule, starts_at, due_at, send_before)),
kept AS (
    INSERT INTO reminder (reminder_id, appointment_id, appointment_version, clinic_id, rule, starts_at, due_at,
                          send_before, planned_at, planned_by, state)
    SELECT reminder_id, appointment_id, appointment_version, clinic_id, rule, starts_at, due_at, send_before, :now, :plannedBy, 'SCHEDULED'
    FROM planned
    ON CONFLICT (reminder_id) DO UPDATE
        SET starts_at = excluded.starts_at, due_at = excluded.due_at, send_before = excluded.send_before, state = 'SCHEDULED',
            planned_at = CASE WHEN reminder.due_at = excluded.due_at THEN reminder.planned_at ELSE excluded.planned_at END,
            planned_by = CASE WHEN reminder.due_at = excluded.due_at THEN reminder.planned_by ELSE excluded.planned_by END
        WHERE reminder.published_at IS NULL AND reminder.generation = 0 AND reminder.withdrawn_at IS NULL
    RETURNING reminder_id, clinic_id, due_at)
INSERT INTO reminder_due (reminder_id, clinic_id, due_at)
SELECT reminder_id, clinic_id, due_at FROM kept
ON CONFLICT (reminder_id) DO NOTHING

-- name: of-visit
SELECT reminder_id, due_at, send_before FROM reminder
WHERE clinic_id = :clinicId AND appointment_id = :appointmentId AND kind = 'reminder'
  AND withdrawn_at IS NULL AND state <> 'DROPPED'
ORDER BY due_at

-- name: upcoming
SELECT appointment_id, plan_version, starts_at FROM appointment
WHERE clinic_id = :clinicId AND NOT cancelled AND (starts_at, appointment_id) > (:afterStart, :afterId)
ORDER BY starts_at, appointment_id LIMIT :most

-- name: upcoming-held
-- Locked: a move that comes meanwhile waits and sees the new plan.
{upcoming} FOR UPDATE

-- name: unqueue-not-yet-due
-- By the reminder's own time: its queue row may be held until a correction is decided.
DELETE FROM reminder_due USING reminder
WHERE reminder_due.reminder_id = reminder.reminder_id AND reminder.due_at > :dueAfter
  AND reminder.clinic_id = :clinicId AND reminder.appointment_id = ANY (:appointmentIds::text[])

-- name: drop-unqueued
-- No withdrawal is published: a rule that comes back would find its own id withdrawn.
UPDATE reminder SET state = 'DROPPED'
WHERE clinic_id = :clinicId AND appointment_id = ANY (:appointmentIds::text[]) AND state = 'SCHEDULED' AND published_at IS NULL
  AND NOT EXISTS (
      SELECT FROM reminder_due WHERE reminder_due.reminder_id = reminder.reminder_id)

-- name: standing
-- What was withdrawn because the patient knows of this hour already has reminded too.
SELECT r.reminder_id, r.appointment_id FROM reminder r JOIN appointment a USING (clinic_id, appointment_id)
WHERE r.clinic_id = :clinicId AND r.appointment_id = ANY (:appointmentIds::text[])
  AND (r.withdrawn_at IS NULL AND r.state <> 'DROPPED'
       OR r.appointment_version = a.plan_version
         AND r.withdrawn_because IN ('SENT_BY_HAND', 'SAID_ALREADY'))

-- name: withdrawn
-- A visit may have moved since it was seen: the reminders of its old start are not missing.
SELECT reminder_id FROM reminder
WHERE clinic_id = :clinicId AND appointment_id = ANY (:appointmentIds::text[]) AND withdrawn_at IS NOT NULL

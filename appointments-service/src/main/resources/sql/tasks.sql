-- name: store
-- Told twice it is one. What was worded anew later counts, and somebody has to see it even if the task was ticked off.
INSERT INTO task (task_id, clinic_id, patient_id, appointment_id, written_at, edited_at, words, ambiguous)
SELECT DISTINCT ON (task_id) task_id, clinic_id, patient_id, appointment_id, written_at, edited_at, words, ambiguous
FROM unnest(:taskIds::uuid[], :clinicIds::text[], :patientIds::text[], :appointmentIds::text[], :writtenAts::timestamptz[], :editedAts::timestamptz[],
        :words::text[], :ambiguous::boolean[])
    AS told (task_id, clinic_id, patient_id, appointment_id, written_at, edited_at, words, ambiguous)
ORDER BY task_id, edited_at DESC NULLS LAST
ON CONFLICT (task_id) DO UPDATE
SET written_at = excluded.written_at, edited_at = excluded.edited_at, words = excluded.words, done_at = NULL, done_by = NULL
WHERE excluded.edited_at > coalesce(task.edited_at, '-infinity')

-- name: open
-- With the visit as it stands now, wherever it was moved.
SELECT t.task_id, t.appointment_id, t.written_at, t.edited_at, t.words, t.ambiguous, a.starts_at, a.first_name
FROM task t LEFT JOIN appointment a ON a.appointment_id = t.appointment_id AND a.clinic_id = t.clinic_id
WHERE t.clinic_id = :clinicId AND t.done_at IS NULL
ORDER BY t.written_at DESC LIMIT :most

-- name: tick-off
-- By the clinic's own people. Who did it stays, the patient's words do not.
UPDATE task SET done_at = :now, done_by = :by, words = NULL
WHERE task_id = :taskId AND clinic_id = :clinicId AND done_at IS NULL

-- Facts and queue rows of a batch in one statement. A reminder that was dropped with its rule comes back under its own id;
-- one that was published, reported on or withdrawn stays as it is and gets no second queue row.
WITH planned AS (
    SELECT * FROM unnest(
        ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
        AS p (reminder_id, appointment_id, appointment_version, clinic_id, rule, starts_at, due_at, send_before)),
kept AS (
    INSERT INTO reminder (reminder_id, appointment_id, appointment_version, clinic_id, rule, starts_at, due_at,
                          send_before, planned_at, planned_by, state)
    SELECT reminder_id, appointment_id, appointment_version, clinic_id, rule, starts_at, due_at, send_before, ?, ?, 'SCHEDULED'
    FROM planned
    ON CONFLICT (reminder_id) DO UPDATE
        SET starts_at = excluded.starts_at, due_at = excluded.due_at, send_before = excluded.send_before, state = 'SCHEDULED',
            planned_at = CASE WHEN reminder.due_at = excluded.due_at THEN reminder.planned_at ELSE excluded.planned_at END,
            planned_by = CASE WHEN reminder.due_at = excluded.due_at THEN reminder.planned_by ELSE excluded.planned_by END
        WHERE reminder.published_at IS NULL AND reminder.generation = 0 AND reminder.withdrawn_at IS NULL
    RETURNING reminder_id, due_at)
INSERT INTO reminder_due (reminder_id, due_at)
SELECT reminder_id, due_at FROM kept
ON CONFLICT (reminder_id) DO NOTHING

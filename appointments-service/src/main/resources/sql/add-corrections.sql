-- A correction is a message like a reminder, due now. Deciding twice adds it once.
WITH decided AS (
    SELECT * FROM unnest(
        ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
        AS d (reminder_id, appointment_id, appointment_version, clinic_id, rule, kind, starts_at, send_before)),
added AS (
    INSERT INTO reminder (reminder_id, appointment_id, appointment_version, clinic_id, rule, kind, starts_at, send_before,
                          due_at, planned_at, planned_by, state)
    SELECT reminder_id, appointment_id, appointment_version, clinic_id, rule, kind, starts_at, send_before, ?, ?, ?, 'SCHEDULED'
    FROM decided
    ON CONFLICT (reminder_id) DO NOTHING
    RETURNING reminder_id, due_at)
INSERT INTO reminder_due (reminder_id, due_at)
SELECT reminder_id, due_at FROM added

-- What clinics' next days were expected to take.

-- name: usage
-- What clinics have left and how long their SMS were lately, in one statement for a batch of them.
SELECT told.clinic_id, {credit/left} AS credit_left, lately.sms, lately.segments
FROM unnest(:clinics::text[]) AS told (clinic_id)
LEFT JOIN sms_credit c ON c.clinic_id = told.clinic_id
CROSS JOIN LATERAL (
    SELECT count(*) AS sms, coalesce(sum(e.segments), 0) AS segments FROM sms_credit_entry e
    WHERE e.clinic_id = told.clinic_id AND e.kind = 'SPENT' AND e.at >= :since) lately

-- name: read
SELECT f.*, {credit/left} AS credit_left
FROM forecast f
LEFT JOIN sms_credit c ON c.clinic_id = f.clinic_id
WHERE f.clinic_id = :clinic AND (:day::date IS NULL OR f.day = :day::date)
ORDER BY f.day DESC
LIMIT 1

-- name: store
-- The first word about a day counts: whatever is told again is told to nobody.
INSERT INTO forecast (clinic_id, day, reminders, expected_fallbacks, sms, segments, credit_then, made_at)
SELECT clinic_id, day, reminders, expected_fallbacks, sms, segments, credit_then, made_at
FROM unnest(:clinics::text[], :days::date[], :reminders::int[], :fallbacks::int[], :sms::int[], :segments::int[],
    :credits::int[], :ats::timestamptz[])
    AS told (clinic_id, day, reminders, expected_fallbacks, sms, segments, credit_then, made_at)
ORDER BY clinic_id, day
ON CONFLICT (clinic_id, day) DO NOTHING
RETURNING clinic_id, day

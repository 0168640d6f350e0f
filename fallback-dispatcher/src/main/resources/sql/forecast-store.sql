-- The first word about a day counts: whatever is told again is told to nobody.
INSERT INTO forecast (clinic_id, day, reminders, expected_fallbacks, sms, segments, credit_then, made_at)
SELECT clinic_id, day, reminders, expected_fallbacks, sms, segments, credit_then, made_at
FROM unnest(:clinics, :days, :reminders, :fallbacks, :sms, :segments, :credits, :ats)
    AS told (clinic_id, day, reminders, expected_fallbacks, sms, segments, credit_then, made_at)
ORDER BY clinic_id, day
ON CONFLICT (clinic_id, day) DO NOTHING
RETURNING clinic_id, day

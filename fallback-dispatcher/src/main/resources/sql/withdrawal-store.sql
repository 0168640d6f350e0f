INSERT INTO withdrawal (reminder_id, at, reason)
SELECT reminder_id, at, reason FROM unnest(:reminders, :ats, :reasons) AS withdrawn (reminder_id, at, reason)
ON CONFLICT (reminder_id) DO NOTHING

INSERT INTO withdrawal (reminder_id, at)
SELECT reminder_id, at FROM unnest(:reminders, :ats) AS withdrawn (reminder_id, at)
ON CONFLICT (reminder_id) DO NOTHING

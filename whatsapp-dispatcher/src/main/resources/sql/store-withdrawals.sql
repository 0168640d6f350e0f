INSERT INTO withdrawal (reminder_id, reason, withdrawn_at, received_at)
SELECT DISTINCT ON (reminder_id) reminder_id, reason, withdrawn_at, :now
FROM unnest(:reminderIds::uuid[], :reasons::text[], :ats::timestamptz[]) AS w (reminder_id, reason, withdrawn_at)
ORDER BY reminder_id
ON CONFLICT (reminder_id) DO NOTHING

-- The message was given to the fallback because nobody knew, and now somebody does: that belongs into its history. The row
-- stays dead, so that nothing is sent a second time and a replay finds it as it was.
UPDATE message AS m
SET late_receipt = :state, sequence = m.sequence + 1, confirmed_at = coalesce(m.confirmed_at, :now)
WHERE (m.client_message_id = :messageId OR m.gateway_message_id = :messageId)
  AND m.state = 'DEAD' AND m.possible_duplicate AND :confirmed
  AND CASE m.late_receipt WHEN 'ACCEPTED' THEN 1 WHEN 'DELIVERED' THEN 2 WHEN 'READ' THEN 3 ELSE 0 END
    < CASE :state WHEN 'ACCEPTED' THEN 1 WHEN 'DELIVERED' THEN 2 WHEN 'READ' THEN 3 END
RETURNING m.reminder_id, m.generation, m.late_receipt AS state, :now::timestamptz AS changed_at, NULL::text AS cause,
    'late-receipt' AS detail, m.possible_duplicate, m.sequence, m.attempts, m.appointment_id, m.appointment_version, m.clinic_id

-- As make-forecasts.sql has it for one clinic, for all that have something in WhatsApp's place. Grows with the reminders of four weeks
-- of the whole house, by the index on due_at: asked at most once a look, and only where a clinic knows too little of itself.
SELECT count(*) AS known, count(*) FILTER (WHERE r.channel <> 'WHATSAPP') AS fell_back
FROM reminder r
JOIN clinic c USING (clinic_id)
WHERE c.channel = 'WHATSAPP' AND c.fallback <> 'NONE'
  AND r.due_at >= ? AND r.due_at < ?
  AND r.state IN ('SENT', 'DELIVERED', 'READ', 'DOUBT_CLOSED', 'NOT_DELIVERED', 'DISCARDED')
  AND (r.channel = 'WHATSAPP' OR EXISTS (
      SELECT FROM reminder_history h WHERE h.reminder_id = r.reminder_id AND h.channel = 'WHATSAPP'))

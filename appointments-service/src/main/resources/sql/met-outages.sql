-- The outages that touch a month and that a clinic met: one of its reminders ran into a line that could not send while it lasted. A line
-- is called down after a few attempts failed, and what waited falls back a moment after a line came back: five minutes on either
-- side count too. Which line a clinic's patients have is not known here, so with several lines down at once each of them counts.
-- A reminder that was due before the month may still have been under way in it; a week back is looked, and no further.
WITH met AS MATERIALIZED (
    SELECT h.at FROM reminder r JOIN reminder_history h USING (reminder_id)
    WHERE r.clinic_id = ? AND r.due_at >= ?::timestamptz - interval '7 days' AND r.due_at < ?
      AND h.channel = 'WHATSAPP'
      AND h.cause IN ('GATEWAY_UNREACHABLE', 'LINE_DOWN', 'LINE_RESTRICTED', 'LINE_SILENT', 'CREDENTIALS_REFUSED'))
SELECT o.began_at, o.ended_at, o.cause FROM outage o
WHERE (o.ended_at IS NULL OR o.ended_at > ?) AND o.began_at < ?
  AND EXISTS (
    SELECT FROM met
    WHERE met.at >= o.began_at - interval '5 minutes'
      AND met.at <= coalesce(o.ended_at, 'infinity') + interval '5 minutes')
ORDER BY o.began_at, o.line

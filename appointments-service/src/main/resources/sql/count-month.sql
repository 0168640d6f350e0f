-- A clinic's month by channel and state. The index of the clinic's list (clinic_id, due_at, reminder_id) has a month's reminders
-- side by side, so the counts need none of their own; state and channel change with every report and are in no index. Causes and
-- segments are looked up by the first column of the history's key. Before anything is reported the channel is the clinic's, as on
-- the timeline. An SMS whose segments nobody told counts as one.
SELECT coalesce(r.channel, nullif(c.channel, 'NONE')) AS channel, r.state, count(*) AS reminders,
    count(*) FILTER (WHERE r.possible_duplicate) AS possible_duplicates,
    count(*) FILTER (WHERE h.met_outage) AS met_outage,
    sum(coalesce(h.segments, CASE WHEN r.channel = 'SMS' AND r.state IN ('SENT', 'DELIVERED', 'READ') THEN 1 ELSE 0 END)) AS segments
FROM reminder r
JOIN clinic c USING (clinic_id)
CROSS JOIN LATERAL (
    SELECT sum(segments) AS segments,
        bool_or(channel = 'WHATSAPP' AND cause IN (
            'GATEWAY_UNREACHABLE', 'LINE_DOWN', 'LINE_RESTRICTED', 'LINE_SILENT', 'CREDENTIALS_REFUSED')) AS met_outage
    FROM reminder_history WHERE reminder_id = r.reminder_id) h
WHERE r.clinic_id = ? AND r.due_at >= ? AND r.due_at < ? AND r.state <> 'DROPPED'
GROUP BY 1, 2
ORDER BY 1 NULLS LAST, 2

-- A clinic's month by channel and state. The index of the clinic's list (clinic_id, due_at, reminder_id) has a month's reminders
-- side by side, so the counts need none of their own; state and channel change with every report and are in no index. Causes are
-- looked up by the first column of the history's key. Before anything is reported the channel is the clinic's, as on the timeline.
SELECT coalesce(r.channel, nullif(c.channel, 'NONE')) AS channel, r.state, count(*) AS reminders,
    count(*) FILTER (WHERE r.possible_duplicate) AS possible_duplicates,
    count(*) FILTER (WHERE EXISTS (
        SELECT FROM reminder_history h
        WHERE h.reminder_id = r.reminder_id
          AND h.cause IN ('GATEWAY_UNREACHABLE', 'LINE_DOWN', 'LINE_RESTRICTED', 'LINE_SILENT'))) AS met_outage
FROM reminder r
JOIN clinic c USING (clinic_id)
WHERE r.clinic_id = ? AND r.due_at >= ? AND r.due_at < ? AND r.state <> 'DROPPED'
GROUP BY 1, 2
ORDER BY 1 NULLS LAST, 2

-- name: met-a-line-that-could-not-send
channel = 'WHATSAPP'
AND cause IN ('GATEWAY_UNREACHABLE', 'LINE_DOWN', 'LINE_RESTRICTED', 'LINE_SILENT', 'CREDENTIALS_REFUSED', 'ENGINE_UNSUITABLE')

-- name: month
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
        bool_or({met-a-line-that-could-not-send}) AS met_outage
    FROM reminder_history WHERE reminder_id = r.reminder_id) h
WHERE r.clinic_id = :clinicId AND r.due_at >= :from AND r.due_at < :to AND r.state <> 'DROPPED'
GROUP BY 1, 2
ORDER BY 1 NULLS LAST, 2

-- name: outages
-- The outages that touch a month and that a clinic met: one of its reminders ran into a line that could not send while it lasted. A line
-- is called down after a few attempts failed, and what waited falls back a moment after a line came back: a margin on either
-- side counts too. Which line a clinic's patients have is not known here, so with several lines down at once each of them counts.
-- A reminder that was due before the month may still have been under way in it; so far back is looked, and no further.
WITH met AS MATERIALIZED (
    SELECT at FROM reminder_history JOIN (
        SELECT reminder_id FROM reminder WHERE clinic_id = :clinicId AND due_at >= :dueSince AND due_at < :to) r USING (reminder_id)
    WHERE {met-a-line-that-could-not-send})
SELECT o.began_at, o.ended_at, o.cause FROM outage o
WHERE (o.ended_at IS NULL OR o.ended_at > :from) AND o.began_at < :to
  AND EXISTS (
    SELECT FROM met
    WHERE met.at >= o.began_at - :margin * interval '1 millisecond'
      AND met.at <= coalesce(o.ended_at, 'infinity') + :margin * interval '1 millisecond')
ORDER BY o.began_at, o.line

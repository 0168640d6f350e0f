SELECT line.name, line.state, line.health_since, line.health_cause, line.paused_since, line.pause_reason, line.pause_waits,
       line.outage_since, line.next_send_at,
       CASE WHEN line.sent_on = (:now::timestamptz AT TIME ZONE 'UTC')::date THEN line.sent_today ELSE 0 END AS sent_today,
       waiting.waiting, recent.accepted, recent.confirmed
FROM line
CROSS JOIN LATERAL (
    SELECT count(*) AS waiting FROM message
    WHERE message.line = line.name AND state = 'WAITING' AND due_at <= :now) AS waiting
CROSS JOIN LATERAL (
    SELECT count(*) AS accepted, count(*) FILTER (WHERE state IN ('DELIVERED', 'READ')) AS confirmed FROM message
    WHERE message.line = line.name AND accepted_at > :since) AS recent
ORDER BY line.name

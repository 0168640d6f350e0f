SELECT line.name, line.state, line.health_since, line.health_cause, line.paused_since, line.pause_reason, line.pause_waits,
       line.outage_since, line.next_send_at,
       today.sent AS sent_today,
       waiting.waiting, recent.accepted, recent.confirmed, exposed.exposed
FROM line
CROSS JOIN LATERAL (
    SELECT count(*) AS waiting FROM message
    WHERE message.line = line.name AND state = 'WAITING' AND due_at <= :now) AS waiting
CROSS JOIN LATERAL (
    SELECT count(*) AS sent FROM message
    WHERE message.line = line.name
      AND accepted_at >= date_trunc('day', :now::timestamptz AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') AS today
CROSS JOIN LATERAL (
    SELECT count(*) AS accepted, count(last.confirmed_at) AS confirmed FROM (
        SELECT confirmed_at FROM message
        WHERE message.line = line.name AND accepted_at IS NOT NULL AND state IN ('ACCEPTED', 'DELIVERED', 'READ')
        ORDER BY accepted_at DESC LIMIT 20) AS last) AS recent
CROSS JOIN LATERAL (
    SELECT count(*) AS exposed FROM message
    WHERE message.line = line.name AND confirmed_at IS NULL
      AND (message.state IN ('SENDING', 'IN_DOUBT', 'ACCEPTED') OR cause = 'LINE_SILENT' AND possible_duplicate)
      AND claim_no > {newest-confirmed}) AS exposed
ORDER BY line.name

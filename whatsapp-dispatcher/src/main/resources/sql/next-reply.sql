-- Looked at before an id is asked for: most of the time there is nothing to answer.
SELECT reply.id, client_message_id FROM reply JOIN line ON line.name = reply.line
WHERE reply.line = :line AND reply.state = 'WAITING' AND not_before <= :now AND send_before > :now
  AND (kind <> 'AUTOMATIC' OR NOT EXISTS (SELECT FROM opt_out WHERE opt_out.line = reply.line AND opt_out.phone = reply.phone))
  AND line.state = 'ABLE' AND next_reply_at <= :now AND next_send_at <= :now::timestamptz + make_interval(secs => :longestWaitSeconds::float8)
ORDER BY reply.id
LIMIT 1

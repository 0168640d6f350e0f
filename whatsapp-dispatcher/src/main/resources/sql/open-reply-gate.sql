-- As for a claim: the line's row stays locked until the reply's claim is committed, so that all pods share one rate.
SELECT greatest(next_send_at, :now) AS slot, back_at, extract(epoch FROM was_away) AS away_seconds FROM line
WHERE name = :line AND state = 'ABLE' AND next_reply_at <= :now
  AND next_send_at <= :now::timestamptz + make_interval(secs => :longestWaitSeconds::float8)
FOR NO KEY UPDATE

-- Only of a line that can send: on one that cannot, the outage decides what waits and what does not.
SELECT next_send_at, back_at, extract(epoch FROM was_away) AS away_seconds FROM line
WHERE name = :line AND health = 'ABLE' AND paused_since IS NULL

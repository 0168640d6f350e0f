-- The gate on sends. The row stays locked until the claim is committed, so that all pods share one rate; one message is let
-- through now and then while sends are failing, or while a line is silent and has no number of our own to try it with.
SELECT CASE
           WHEN paused_since IS NOT NULL OR next_send_at > :now THEN 'SHUT'
           WHEN health = 'ABLE' THEN 'OPEN'
           WHEN health_by = 'SEND' AND greatest(probe_at, health_since
               + make_interval(secs => CASE health WHEN 'RESTRICTED' THEN :restrictedProbeSeconds::float8 ELSE :probeSeconds::float8 END)) <= :now
               THEN 'PROBE'
           WHEN health_by = 'SILENCE' AND NOT :hasCanary
               AND greatest(probe_at, health_since + make_interval(secs => :probeSeconds::float8)) <= :now THEN 'SILENCE_PROBE'
           ELSE 'SHUT'
       END AS gate, claims, health_since, back_at, extract(epoch FROM was_away) AS away_seconds
FROM line WHERE name = :line
FOR NO KEY UPDATE

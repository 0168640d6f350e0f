-- Like a claim: under the line's lock, in the line's pace, and remembered before it leaves, so that a node that is killed
-- again and again does not send one each time.
SELECT claims, greatest(next_send_at, :now) AS slot FROM line
WHERE name = :line AND paused_since IS NULL AND health <> 'RESTRICTED' AND canary_at + make_interval(secs => :everySeconds::float8) <= :now
  AND next_send_at <= :now::timestamptz + make_interval(secs => :longestWaitSeconds::float8)
FOR NO KEY UPDATE

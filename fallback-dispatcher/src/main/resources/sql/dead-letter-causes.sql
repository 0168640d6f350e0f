SELECT cause, count(*) AS count,
    count(*) FILTER (WHERE send_before IS NULL OR send_before > :now) AS in_time,
    min(died_at) AS oldest
FROM message WHERE state = 'NEEDS_ATTENTION'
GROUP BY cause ORDER BY count(*) DESC, cause

SELECT count(*) AS needing,
    coalesce(extract(epoch FROM :now::timestamptz - min(died_at))::bigint, 0) AS oldest
FROM message WHERE state = 'NEEDS_ATTENTION'

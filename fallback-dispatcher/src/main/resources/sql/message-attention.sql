SELECT count(*) AS needing,
    coalesce(extract(epoch FROM :now::timestamptz - min(died_at))::bigint, 0) AS oldest,
    (SELECT count(*) FROM outbox) AS outbox
FROM message WHERE state = 'NEEDS_ATTENTION'

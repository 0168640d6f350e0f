-- Only states that a message leaves again: their rows are few, whatever the history.
SELECT state, count(*) AS messages FROM message WHERE state IN ('WAITING', 'SENDING', 'IN_DOUBT') GROUP BY state
UNION ALL SELECT 'OUTBOX', count(*) FROM outbox

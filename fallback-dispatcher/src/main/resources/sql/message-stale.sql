-- Leases run by the database's clock: nodes need not agree on the time.
SELECT m.*, false AS withdrawn
FROM message m
WHERE m.state = 'SENDING' AND m.lease_until < clock_timestamp()
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

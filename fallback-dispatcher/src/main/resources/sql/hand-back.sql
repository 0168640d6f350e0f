-- What goes back to WhatsApp, and the lines it waits for.

-- name: store-outages
-- One row a line: its newest outage, which may come twice and, its end before its beginning, in any order.
INSERT INTO line_outage (line, began_at, ended_at)
SELECT DISTINCT ON (line) line, began_at, ended_at
FROM unnest(:lines::text[], :begins::timestamptz[], :ends::timestamptz[]) AS told (line, began_at, ended_at)
ORDER BY line, began_at DESC, ended_at NULLS LAST
ON CONFLICT (line) DO UPDATE SET began_at = excluded.began_at, ended_at = excluded.ended_at
WHERE line_outage.began_at < excluded.began_at OR line_outage.began_at = excluded.began_at AND line_outage.ended_at IS NULL

-- name: able
-- What nobody could receive, or what its channel was tried for in vain, if its line is able as far as we were told. A dead
-- letter may overtake the word of its outage, so each waits a while before, and longer every time: nothing goes round in haste.
-- Who may have it already stays here.
SELECT m.*, false AS withdrawn
FROM message m
WHERE m.state = 'RECEIVED' AND (m.channel = 'WHATSAPP' OR m.attempts > 0)
  AND m.died_of = ANY (:causes::text[]) AND NOT m.possible_duplicate AND m.doubt_since IS NULL
  AND m.send_before > :closedUntil
  AND m.received_at + :pauseSeconds::float8 * 2 ^ least(m.generation - 1, 5) * interval '1 second' <= :now
  AND NOT {line-is-out}
  AND NOT {withdrawals/is-there}
ORDER BY m.send_before
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

-- name: out-of-time
-- Its line did not come back while there was time.
SELECT m.*, false AS withdrawn
FROM message m
WHERE m.state = 'RECEIVED' AND m.channel = 'WHATSAPP' AND m.send_before > :now AND m.send_before <= :closedUntil
  AND NOT {withdrawals/is-there}
ORDER BY m.send_before
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

-- name: line-is-out
-- Of the message m, as far as we were told. One that does not say its line waits for all.
EXISTS (SELECT FROM line_outage o WHERE o.ended_at IS NULL AND o.line = coalesce(m.line, o.line))

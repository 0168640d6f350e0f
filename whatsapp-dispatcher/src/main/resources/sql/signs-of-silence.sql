-- The last 20 that the gateway accepted, and what it accepted after the newest confirmed one.
WITH newest AS MATERIALIZED (SELECT line.name, silent_after, {newest-confirmed} AS claim_no FROM line WHERE name = :line),
recent AS MATERIALIZED (
    SELECT claim_no, accepted_at, confirmed_at FROM message
    WHERE line = :line AND accepted_at IS NOT NULL AND state IN ('ACCEPTED', 'DELIVERED', 'READ')
    ORDER BY accepted_at DESC LIMIT 20),
unheard AS MATERIALIZED (
    SELECT accepted_at FROM message
    WHERE line = :line AND confirmed_at IS NULL AND state = 'ACCEPTED'
      AND claim_no > (SELECT claim_no FROM newest))
SELECT newest.claim_no AS newest_confirmed, newest.silent_after,
    least(newest.claim_no, (SELECT min(claim_no) - 1 FROM recent)) AS floor,
    (SELECT count(*) FROM message
     WHERE message.line = :line AND confirmed_at IS NULL
       AND (message.state IN ('SENDING', 'IN_DOUBT', 'ACCEPTED') OR cause = 'LINE_SILENT' AND possible_duplicate)
       AND message.claim_no > newest.claim_no) AS exposed,
    (SELECT count(*) FROM unheard) AS unheard,
    (SELECT min(accepted_at) FROM unheard) AS unheard_since,
    (SELECT count(*) FROM recent) AS recent,
    (SELECT count(confirmed_at) FROM recent) AS confirmed,
    (SELECT min(accepted_at) FROM recent WHERE confirmed_at IS NULL) AS oldest,
    (SELECT min(accepted_at) FROM canary WHERE canary.line = :line AND confirmed_at IS NULL
       AND canary.claim_no > newest.claim_no) AS canary_since
FROM newest

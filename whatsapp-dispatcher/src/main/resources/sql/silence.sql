-- name: at-stake
-- What the gateway may have taken and nobody confirmed: as the index message_exposed says it.
(message.state IN ('SENDING', 'IN_DOUBT', 'ACCEPTED') OR cause = 'LINE_SILENT' AND possible_duplicate)

-- name: newest-confirmed
greatest(
    (SELECT max(claim_no) FROM message WHERE message.line = line.name AND confirmed_at IS NOT NULL),
    (SELECT max(claim_no) FROM canary WHERE canary.line = line.name AND confirmed_at IS NOT NULL), 0)

-- name: exposed
-- How many messages stand to be lost if the line turns out to be silent. Asked after the line's row was locked: a count in
-- the statement that waits for the lock would be from before the claim it waited for.
SELECT (SELECT count(*) FROM message
        WHERE message.line = line.name AND confirmed_at IS NULL
          AND {at-stake}
          AND claim_no > {newest-confirmed}) AS exposed
FROM line WHERE name = :line

-- name: signs
-- The last few that the gateway accepted, and what it accepted after the newest confirmed one.
WITH newest AS MATERIALIZED (SELECT line.name, silent_after, {newest-confirmed} AS claim_no FROM line WHERE name = :line),
recent AS MATERIALIZED (
    SELECT claim_no, accepted_at, confirmed_at FROM message
    WHERE line = :line AND accepted_at IS NOT NULL AND state IN ('ACCEPTED', 'DELIVERED', 'READ')
    ORDER BY accepted_at DESC LIMIT :recent),
unheard AS MATERIALIZED (
    SELECT accepted_at FROM message
    WHERE line = :line AND confirmed_at IS NULL AND state = 'ACCEPTED'
      AND claim_no > (SELECT claim_no FROM newest))
SELECT newest.claim_no AS newest_confirmed, newest.silent_after,
    least(newest.claim_no, (SELECT min(claim_no) - 1 FROM recent)) AS floor,
    (SELECT count(*) FROM message
     WHERE message.line = :line AND confirmed_at IS NULL
       AND {at-stake}
       AND message.claim_no > newest.claim_no) AS exposed,
    (SELECT count(*) FROM unheard) AS unheard,
    (SELECT min(accepted_at) FROM unheard) AS unheard_since,
    (SELECT count(*) FROM recent) AS recent,
    (SELECT count(confirmed_at) FROM recent) AS confirmed,
    (SELECT min(accepted_at) FROM recent WHERE confirmed_at IS NULL) AS oldest,
    (SELECT min(accepted_at) FROM canary WHERE canary.line = :line AND confirmed_at IS NULL AND failed_at IS NULL
       AND canary.claim_no > newest.claim_no) AS canary_since
FROM newest

-- name: unconfirmed
-- What the gateway is asked about because nobody told: webhooks get lost, and a canary is no message of ours.
(SELECT coalesce(gateway_message_id, client_message_id) AS message_id, chat_id, sending_since AS sent_at FROM message
 WHERE line = :line AND confirmed_at IS NULL AND state = 'ACCEPTED' AND accepted_at <= :before
   AND accepted_at > :before::timestamptz - :answeredWithin::bigint * interval '1 ms' -- after that no answer is expected any more
 ORDER BY claim_no DESC LIMIT :most)
UNION ALL
(SELECT coalesce(gateway_message_id, client_message_id), chat_id, sent_at FROM canary
 WHERE line = :line AND confirmed_at IS NULL AND failed_at IS NULL
 ORDER BY claim_no DESC LIMIT :canaries)

-- name: restriction-lifted
-- The newest message that WhatsApp confirmed was sent after a receipt had told of the restriction.
SELECT name FROM line
WHERE name = :line AND health = 'RESTRICTED' AND health_by = 'RECEIPT'
  AND health_since < (SELECT sending_since FROM message
                      WHERE message.line = :line AND confirmed_at IS NOT NULL ORDER BY claim_no DESC LIMIT 1)

-- name: begin
UPDATE line SET silent_after = :newestConfirmed WHERE name = :line AND silent_after IS NULL

-- name: end
UPDATE line SET silent_after = NULL WHERE name = :line

-- name: unheard
SELECT {messages/facts} FROM message
WHERE line = :line AND confirmed_at IS NULL AND state = 'ACCEPTED' AND claim_no > :floor AND accepted_at <= :before
LIMIT :batch FOR UPDATE SKIP LOCKED

-- name: may-send-canary
-- Like a claim: under the line's lock, in the line's pace, and remembered before it leaves, so that a node that is killed
-- again and again does not send one each time.
SELECT claims, greatest(next_send_at, :now) AS slot FROM line
WHERE name = :line AND paused_since IS NULL AND health <> 'RESTRICTED' AND canary_at + make_interval(secs => :everySeconds::float8) <= :now
  AND next_send_at <= :now::timestamptz + make_interval(secs => :longestWaitSeconds::float8)
FOR NO KEY UPDATE

-- name: count-canary
UPDATE line SET canary_at = :now, next_send_at = :nextSendAt, claims = claims + 1 WHERE name = :line

-- name: add-canary
INSERT INTO canary (client_message_id, line, chat_id, claim_no, sent_at) VALUES (:messageId, :line, :chatId, :claimNo, :now)

-- name: canary-accepted
UPDATE canary SET accepted_at = :now, gateway_message_id = :gatewayMessageId WHERE client_message_id = :messageId

-- What the gateway is asked about because nobody told: webhooks get lost, and a canary is no message of ours.
(SELECT coalesce(gateway_message_id, client_message_id) AS message_id, chat_id, sending_since AS sent_at FROM message
 WHERE line = :line AND confirmed_at IS NULL AND state = 'ACCEPTED' AND accepted_at <= :before
   AND accepted_at > :before::timestamptz - interval '1 hour' -- after that no answer is expected any more
 ORDER BY claim_no DESC LIMIT :most)
UNION ALL
(SELECT coalesce(gateway_message_id, client_message_id), chat_id, sent_at FROM canary
 WHERE line = :line AND confirmed_at IS NULL
 ORDER BY claim_no DESC LIMIT 3)

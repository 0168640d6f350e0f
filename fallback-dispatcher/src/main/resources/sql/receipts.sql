-- What SMS providers told and nobody has applied yet.

-- name: store
INSERT INTO sms_receipt (message_id, provider_id, state, received_at)
VALUES (:message::uuid, :provider::text, :state, :now)
ON CONFLICT DO NOTHING

-- name: match
-- The messages that receipts speak of, locked. Two branches, so that each walks its own index. While a send is
-- under way its outcome is settled first.
WITH spoken AS MATERIALIZED (
    (SELECT r.id, r.state, m.id AS message FROM sms_receipt r JOIN message m ON m.id = r.message_id
     WHERE m.state <> 'SENDING')
    UNION ALL
    (SELECT r.id, r.state, m.id FROM sms_receipt r JOIN message m ON m.provider_id = r.provider_id
     WHERE r.message_id IS NULL AND m.channel = 'SMS' AND m.provider_id IS NOT NULL
       AND m.state <> 'SENDING')
    ORDER BY 1 LIMIT :limit)
SELECT m.*, false AS withdrawn, s.id AS receipt_id, s.state AS receipt_state
FROM spoken s JOIN message m ON m.id = s.message
ORDER BY s.id
FOR UPDATE OF m SKIP LOCKED

-- name: delete
DELETE FROM sms_receipt WHERE id = ANY (:ids::bigint[])

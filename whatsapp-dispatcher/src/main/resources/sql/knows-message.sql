SELECT 1 AS known FROM message WHERE client_message_id = :messageId OR gateway_message_id = :messageId
UNION ALL
SELECT 1 FROM canary WHERE client_message_id = :messageId OR gateway_message_id = :messageId
UNION ALL
SELECT 1 FROM reply WHERE client_message_id = :messageId
LIMIT 1

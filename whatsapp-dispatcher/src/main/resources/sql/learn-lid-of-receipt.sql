-- A receipt that names a hidden number and a message of ours says whose it is.
INSERT INTO lid (line, lid, phone, chat_id, learned_at)
SELECT line, :lid, phone, chat_id, :now FROM message
WHERE line = :line AND (client_message_id = :messageId OR gateway_message_id = :messageId) AND phone IS NOT NULL AND chat_id IS NOT NULL
LIMIT 1
ON CONFLICT (line, lid) DO UPDATE SET phone = excluded.phone, chat_id = excluded.chat_id, learned_at = excluded.learned_at
WHERE lid.phone <> excluded.phone OR lid.chat_id <> excluded.chat_id

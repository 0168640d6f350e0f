UPDATE reply SET client_message_id = :messageId WHERE id = :id AND client_message_id IS NULL

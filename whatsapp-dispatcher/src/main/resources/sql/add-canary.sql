INSERT INTO canary (client_message_id, line, chat_id, claim_no, sent_at) VALUES (:messageId, :line, :chatId, :claimNo, :now)

INSERT INTO contact (line, phone, chat_id, checked_at) VALUES (:line, :phone, :chatId, :now)
ON CONFLICT (line, phone) DO UPDATE SET chat_id = excluded.chat_id, checked_at = excluded.checked_at

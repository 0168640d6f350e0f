UPDATE line SET next_send_at = :nextSendAt, next_reply_at = :nextReplyAt WHERE name = :line

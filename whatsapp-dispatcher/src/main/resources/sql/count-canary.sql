UPDATE line SET canary_at = :now, next_send_at = :nextSendAt, claims = claims + 1 WHERE name = :line

INSERT INTO receipt AS r (message_id, state, received_at) VALUES (:messageId, :state, :now)
ON CONFLICT (message_id) DO UPDATE SET state = excluded.state
WHERE CASE r.state WHEN 'ACCEPTED' THEN 1 WHEN 'DELIVERED' THEN 2 ELSE 3 END
    < CASE excluded.state WHEN 'ACCEPTED' THEN 1 WHEN 'DELIVERED' THEN 2 ELSE 3 END

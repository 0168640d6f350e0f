INSERT INTO receipt AS r (message_id, state, received_at, confirmed) VALUES (:messageId, :state, :now, :confirmed)
ON CONFLICT (message_id) DO UPDATE SET
    state = CASE WHEN CASE r.state WHEN 'ACCEPTED' THEN 1 WHEN 'DELIVERED' THEN 2 ELSE 3 END
                    < CASE excluded.state WHEN 'ACCEPTED' THEN 1 WHEN 'DELIVERED' THEN 2 ELSE 3 END
                 THEN excluded.state ELSE r.state END,
    confirmed = r.confirmed OR excluded.confirmed

INSERT INTO webhook_event (id, received_at) VALUES (:id, :now) ON CONFLICT (id) DO NOTHING

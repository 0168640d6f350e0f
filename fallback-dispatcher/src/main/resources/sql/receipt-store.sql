INSERT INTO sms_receipt (message_id, provider_id, state, received_at)
VALUES (:message::uuid, :provider::text, :state, :now)
ON CONFLICT DO NOTHING

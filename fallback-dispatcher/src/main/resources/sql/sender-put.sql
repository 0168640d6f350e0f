INSERT INTO sms_sender (clinic_id, alias, state, updated_at)
VALUES (:clinic, :alias, :state, :now)
ON CONFLICT (clinic_id) DO UPDATE
SET alias = excluded.alias, state = excluded.state, updated_at = excluded.updated_at

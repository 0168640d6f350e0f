-- The names clinics' SMS come from.

-- name: of
SELECT alias, state FROM sms_sender WHERE clinic_id = :clinic

-- name: put
INSERT INTO sms_sender (clinic_id, alias, state, updated_at)
VALUES (:clinic, :alias, :state, :now)
ON CONFLICT (clinic_id) DO UPDATE
SET alias = excluded.alias, state = excluded.state, updated_at = excluded.updated_at

-- name: registered-among
SELECT clinic_id, alias FROM sms_sender
WHERE clinic_id = ANY (:clinics::text[]) AND state = 'REGISTERED'

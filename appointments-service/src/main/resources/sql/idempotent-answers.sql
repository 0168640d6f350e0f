-- name: begin
-- Waits for another transaction with the same key, so that only one of them books.
INSERT INTO idempotent_answer (clinic_id, key, request_hash, created_at)
VALUES (:clinicId, :key, :requestHash, :now) ON CONFLICT DO NOTHING

-- name: find
SELECT request_hash, answer FROM idempotent_answer WHERE clinic_id = :clinicId AND key = :key

-- name: keep
UPDATE idempotent_answer SET answer = :answer WHERE clinic_id = :clinicId AND key = :key

-- name: discard
DELETE FROM idempotent_answer WHERE clinic_id = :clinicId AND key = :key

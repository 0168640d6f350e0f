INSERT INTO replay (id, idempotency_key, request_hash, reason, may_duplicate, asked_by, asked_at)
VALUES (:id, :key, :hash, :reason, :mayDuplicate, :who, :now)
ON CONFLICT (idempotency_key) DO NOTHING

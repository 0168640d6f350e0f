SELECT * FROM replay WHERE idempotency_key = :key

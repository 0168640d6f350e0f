-- The secret that keyed digests were made with, known again by a digest of nothing. The table has one row.

-- name: remember-secret
INSERT INTO digest_secret (proof) VALUES (:proof::uuid) ON CONFLICT DO NOTHING

-- name: remembered-secret
SELECT proof FROM digest_secret

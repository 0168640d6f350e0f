-- What people did.

-- name: add
INSERT INTO audit (at, who, action, subject, reason, detail)
VALUES (:at, :who, :action, :subject, :reason, :detail)

-- name: newest
SELECT id, at, who, action, subject, reason, detail FROM audit ORDER BY id DESC LIMIT :limit OFFSET :offset

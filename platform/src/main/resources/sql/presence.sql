-- name: is-there
SELECT 1 AS here

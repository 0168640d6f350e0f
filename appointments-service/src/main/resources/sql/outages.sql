-- name: store
-- An outage is known by its line and its beginning. It may be told in pieces, again, or its end first: one that ended stays ended.
INSERT INTO outage (line, began_at, ended_at, cause)
SELECT DISTINCT ON (line, began_at) line, began_at, ended_at, cause
FROM unnest(:lines::text[], :beginnings::timestamptz[], :ends::timestamptz[], :causes::text[]) AS o (line, began_at, ended_at, cause)
ORDER BY line, began_at, ended_at NULLS LAST
ON CONFLICT (line, began_at) DO UPDATE SET ended_at = excluded.ended_at
WHERE outage.ended_at IS NULL AND excluded.ended_at IS NOT NULL

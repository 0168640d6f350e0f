-- name: begin
INSERT INTO outage (line, began_at, cause) VALUES (:line, :at, :cause) ON CONFLICT (line, began_at) DO NOTHING
RETURNING line, began_at, ended_at, cause

-- name: end
-- Nodes' clocks may differ: an end is never before its beginning.
UPDATE outage SET ended_at = greatest(:at, began_at) WHERE line = :line AND ended_at IS NULL
RETURNING line, began_at, ended_at, cause

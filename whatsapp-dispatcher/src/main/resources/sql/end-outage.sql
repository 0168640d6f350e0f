UPDATE outage SET ended_at = :at WHERE line = :line AND ended_at IS NULL
RETURNING line, began_at, ended_at, cause

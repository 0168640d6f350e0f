INSERT INTO outage (line, began_at, cause) VALUES (:line, :at, :cause) ON CONFLICT (line, began_at) DO NOTHING
RETURNING line, began_at, ended_at, cause

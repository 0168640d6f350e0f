-- Told to slow down: the whole line does.
UPDATE line SET next_send_at = greatest(next_send_at, :until) WHERE name = :line

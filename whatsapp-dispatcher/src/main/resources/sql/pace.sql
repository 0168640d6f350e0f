UPDATE line SET next_send_at = :nextSendAt, probe_at = :probeAt, claims = claims + :claimed WHERE name = :line

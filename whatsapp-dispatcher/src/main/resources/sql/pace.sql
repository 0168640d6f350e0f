UPDATE line SET next_send_at = :nextSendAt, probe_at = :probeAt WHERE name = :line

DELETE FROM inbound WHERE received_at < :before AND effect IS NOT NULL

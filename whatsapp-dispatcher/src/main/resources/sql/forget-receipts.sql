DELETE FROM receipt WHERE received_at < :before

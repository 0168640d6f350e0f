DELETE FROM withdrawal WHERE received_at < :before

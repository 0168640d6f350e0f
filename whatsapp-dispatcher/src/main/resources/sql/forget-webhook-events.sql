DELETE FROM webhook_event WHERE received_at < :before

DELETE FROM sms_receipt WHERE received_at < :before

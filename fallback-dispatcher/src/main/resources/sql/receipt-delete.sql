DELETE FROM sms_receipt WHERE id = ANY (:ids)

SELECT alias, state FROM sms_sender WHERE clinic_id = :clinic

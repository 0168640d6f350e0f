SELECT clinic_id, alias FROM sms_sender
WHERE clinic_id = ANY (:clinics) AND state = 'REGISTERED'

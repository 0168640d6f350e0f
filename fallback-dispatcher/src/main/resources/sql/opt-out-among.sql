SELECT clinic_id, patient_id FROM channel_opt_out
WHERE clinic_id = ANY (:clinics) AND channel = 'EMAIL'

DELETE FROM channel_opt_out
WHERE clinic_id = :clinic AND patient_id = :patient AND channel = 'EMAIL'

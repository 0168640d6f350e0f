INSERT INTO channel_opt_out (clinic_id, patient_id, channel, at)
VALUES (:clinic, :patient, 'EMAIL', :now)
ON CONFLICT DO NOTHING

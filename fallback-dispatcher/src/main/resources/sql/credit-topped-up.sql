SELECT segments FROM sms_credit_entry
WHERE kind = 'TOP_UP' AND clinic_id = :clinic AND reference = :reference

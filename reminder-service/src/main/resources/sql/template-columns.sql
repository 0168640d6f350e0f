clinic_id, kind, language, version, whatsapp, sms, email_subject, email_text, saved_at, restored_from, override_by, override_reason

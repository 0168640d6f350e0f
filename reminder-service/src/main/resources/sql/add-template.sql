-- Who comes second with a version adds nothing, and learns it by the count.
INSERT INTO template ({template-columns})
VALUES (:clinicId, :kind, :language, :version, :whatsapp, :sms, :emailSubject, :emailText, :savedAt, :restoredFrom, :overrideBy, :overrideReason)
ON CONFLICT DO NOTHING

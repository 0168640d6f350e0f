-- name: link-given
INSERT INTO by_hand (clinic_id, appointment_id, plan_version, link_at) VALUES (:clinicId, :appointmentId, :version, :now)
ON CONFLICT (clinic_id, appointment_id, plan_version) DO UPDATE SET link_at = excluded.link_at

-- name: spoken-of
-- Whoever loads the page anew may still have an older link in hand.
SELECT plan_version FROM by_hand
WHERE clinic_id = :clinicId AND appointment_id = :appointmentId AND plan_version <= :version
  AND (link_at IS NOT NULL OR plan_version = :version)
ORDER BY plan_version DESC LIMIT 1

-- name: sent
INSERT INTO by_hand (clinic_id, appointment_id, plan_version, sent_at, sent_by) VALUES (:clinicId, :appointmentId, :version, :now, :by)
ON CONFLICT (clinic_id, appointment_id, plan_version) DO UPDATE
SET link_at = NULL, sent_at = excluded.sent_at, sent_by = excluded.sent_by
WHERE by_hand.sent_at IS NULL OR by_hand.link_at IS NOT NULL

-- name: not-sent
UPDATE by_hand SET link_at = NULL WHERE clinic_id = :clinicId AND appointment_id = :appointmentId AND plan_version = :version

-- Tombstones of reminders that must not leave any more.

-- name: is-there
-- Of the message m.
EXISTS (SELECT FROM withdrawal w WHERE w.reminder_id = m.reminder_id)

-- name: among
SELECT reminder_id FROM withdrawal WHERE reminder_id = ANY (:reminders::uuid[])

-- name: store
INSERT INTO withdrawal (reminder_id, clinic_id, at, reason)
SELECT reminder_id, clinic_id, at, reason
FROM unnest(:reminders::uuid[], :clinics::text[], :ats::timestamptz[], :reasons::text[]) AS withdrawn (reminder_id, clinic_id, at, reason)
ON CONFLICT (reminder_id) DO NOTHING

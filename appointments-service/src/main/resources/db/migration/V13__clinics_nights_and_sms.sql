-- A clinic that says nothing about quiet hours has the night. Whoever wants none says so, which nobody could before:
-- every clinic without any has the night from now on, its reminders are planned anew, and other services are told.
INSERT INTO replanning (clinic_id, after_start, after_id)
SELECT clinic_id, now(), '' FROM clinic WHERE quiet_from IS NULL OR quiet_to IS NULL
ON CONFLICT (clinic_id) DO UPDATE SET after_start = excluded.after_start, after_id = '';

UPDATE clinic SET quiet_from = '21:00', quiet_to = '09:00', profile_version = profile_version + 1, profile_told = false
WHERE quiet_from IS NULL OR quiet_to IS NULL;

-- How many segments an SMS may take that a clinic writes itself.
ALTER TABLE clinic ADD COLUMN sms_max_segments integer NOT NULL DEFAULT 3;

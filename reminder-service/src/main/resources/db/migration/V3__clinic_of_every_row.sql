-- Every row that belongs to a clinic says to which: policies that keep clinics apart look at the row alone. What was given up before its
-- clinic was known does not say it.
ALTER TABLE requested_message ADD COLUMN clinic_id text;
UPDATE requested_message SET clinic_id = convert_from(profile, 'UTF8')::json ->> 'clinicId' WHERE profile IS NOT NULL;

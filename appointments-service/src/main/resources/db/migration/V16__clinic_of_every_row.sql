-- Every row that belongs to a clinic says to which: policies that keep clinics apart look at the row alone, and the id of an
-- appointment tells two appointments apart within a clinic only. Each had its clinic by way of its appointment or reminder.
ALTER TABLE reminder_due ADD COLUMN clinic_id text;
UPDATE reminder_due d SET clinic_id = r.clinic_id FROM reminder r WHERE r.reminder_id = d.reminder_id;
ALTER TABLE reminder_due ALTER COLUMN clinic_id SET NOT NULL;

ALTER TABLE reminder_history ADD COLUMN clinic_id text;
UPDATE reminder_history h SET clinic_id = r.clinic_id FROM reminder r WHERE r.reminder_id = h.reminder_id;
ALTER TABLE reminder_history ALTER COLUMN clinic_id SET NOT NULL;

ALTER TABLE by_hand ADD COLUMN clinic_id text;
UPDATE by_hand h SET clinic_id = a.clinic_id FROM appointment a WHERE a.appointment_id = h.appointment_id;
ALTER TABLE by_hand ALTER COLUMN clinic_id SET NOT NULL;

ALTER TABLE correction ADD COLUMN clinic_id text;
UPDATE correction k SET clinic_id = a.clinic_id FROM appointment a WHERE a.appointment_id = k.appointment_id;
ALTER TABLE correction ALTER COLUMN clinic_id SET NOT NULL;

ALTER TABLE agenda_visit ADD COLUMN clinic_id text;
UPDATE agenda_visit v SET clinic_id = a.clinic_id FROM appointment a WHERE a.appointment_id = v.appointment_id;
ALTER TABLE agenda_visit ALTER COLUMN clinic_id SET NOT NULL;

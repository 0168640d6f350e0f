-- Every row that belongs to a clinic says to which: policies that keep clinics apart look at the row alone. Of withdrawals whose message
-- never came, and of wishes that were told before, nobody knows any more.
ALTER TABLE withdrawal ADD COLUMN clinic_id text;
UPDATE withdrawal w SET clinic_id = m.clinic_id FROM message m WHERE m.reminder_id = w.reminder_id;
ALTER TABLE task ADD COLUMN clinic_id text;

-- The id of an appointment tells appointments apart within a clinic only: a later version withdraws what waits of the earlier ones of the
-- same clinic, and looks at no other clinic's.
DROP INDEX message_appointment;
CREATE INDEX message_appointment ON message (clinic_id, appointment_id, appointment_version);

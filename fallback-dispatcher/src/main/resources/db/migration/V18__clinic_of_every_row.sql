-- Every row that belongs to a clinic says to which: policies that keep clinics apart look at the row alone. Nobody knows it of a record that
-- could not be read, and no more of a withdrawal, or of what was told of a message sent again, that no message here is about.
ALTER TABLE withdrawal ADD COLUMN clinic_id text;
UPDATE withdrawal w SET clinic_id = m.clinic_id FROM message m WHERE m.reminder_id = w.reminder_id;

ALTER TABLE replay_item ADD COLUMN clinic_id text;
UPDATE replay_item i SET clinic_id = m.clinic_id FROM message m WHERE m.id = i.message_id;

ALTER TABLE replay_progress ADD COLUMN clinic_id text;
UPDATE replay_progress t SET clinic_id = m.clinic_id FROM message m WHERE m.reminder_id = t.reminder_id;

-- The id of an appointment is its clinic's own: another clinic may use the same one, and neither learns of the other. Every id that is
-- here already was the only one of its kind, so it goes on meaning the same.
ALTER TABLE reminder DROP CONSTRAINT reminder_appointment_id_fkey;
ALTER TABLE by_hand DROP CONSTRAINT by_hand_appointment_id_fkey, DROP CONSTRAINT by_hand_pkey;
ALTER TABLE agenda_visit DROP CONSTRAINT agenda_visit_appointment_id_fkey, DROP CONSTRAINT agenda_visit_pkey;
ALTER TABLE correction DROP CONSTRAINT correction_appointment_id_fkey, DROP CONSTRAINT correction_pkey;
ALTER TABLE appointment DROP CONSTRAINT appointment_pkey;

ALTER TABLE appointment ADD PRIMARY KEY (clinic_id, appointment_id);
ALTER TABLE correction
    ADD PRIMARY KEY (clinic_id, appointment_id),
    ADD FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment;
ALTER TABLE by_hand
    ADD PRIMARY KEY (clinic_id, appointment_id, plan_version),
    ADD FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment;
ALTER TABLE agenda_visit
    ADD PRIMARY KEY (clinic_id, agenda_key, appointment_id),
    ADD FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment;
ALTER TABLE reminder ADD FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment;

-- The timeline of a visit, and its withdrawal.
DROP INDEX reminder_of_appointment;
CREATE INDEX reminder_of_appointment ON reminder (clinic_id, appointment_id);
-- All keys of the visits that were found.
DROP INDEX agenda_visit_appointment;
CREATE INDEX agenda_visit_appointment ON agenda_visit (clinic_id, appointment_id);

-- Two clinics' events of one source may have the same id. Of those that were taken in before, nothing but a hash is left: their clinic stays
-- unknown, and a repeat of one is known by its hash, which no other clinic's event has.
ALTER TABLE appointment_event
    ADD COLUMN clinic_id text NOT NULL DEFAULT '',
    DROP CONSTRAINT appointment_event_pkey;
ALTER TABLE appointment_event
    ALTER COLUMN clinic_id DROP DEFAULT,
    ADD PRIMARY KEY (source, event_id, clinic_id);

-- What the planner knew of these is of before; a batch must not wait until it is learned again.
ANALYZE appointment, reminder, reminder_due, reminder_history, by_hand, correction, agenda_visit, appointment_event;

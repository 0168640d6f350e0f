-- The keys by which the next agenda finds a visit again: several, so that a file with other columns finds it too. Digests, no names.
-- appointment.agenda_key is the one key that visits had before; those are found by it until they are past.
CREATE TABLE agenda_visit (
    agenda_key     uuid NOT NULL,
    kind           text NOT NULL,
    appointment_id text NOT NULL REFERENCES appointment,
    starts_at      timestamptz NOT NULL,
    off_by_agenda  boolean NOT NULL,       -- it was an agenda that cancelled it, so an agenda may take that back
    PRIMARY KEY (agenda_key, appointment_id)
);

-- All keys of the visits that were found.
CREATE INDEX agenda_visit_appointment ON agenda_visit (appointment_id);

-- Forgetting goes by age.
CREATE INDEX agenda_visit_age ON agenda_visit (starts_at);

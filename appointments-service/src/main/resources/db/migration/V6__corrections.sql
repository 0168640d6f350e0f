-- What a message is about, and the start it speaks of: unknown for those planned before, which say what their visit said then.
-- Neither changes later, so publishing and reporting still stay within the page.
ALTER TABLE reminder ADD COLUMN kind text NOT NULL DEFAULT 'reminder';
ALTER TABLE reminder ADD COLUMN starts_at timestamptz;

-- Which changes a clinic wants told to patients who were told something else. Nobody's patients hear less than now.
ALTER TABLE clinic ADD COLUMN corrections text NOT NULL DEFAULT 'ALL';

-- Visits that changed after a message about them may have left, until somebody has decided whether to say so. What the visit
-- says by then is read from the visit, so a row names no version.
CREATE TABLE correction (
    appointment_id text PRIMARY KEY REFERENCES appointment,
    changed_at     timestamptz NOT NULL,
    look_at        timestamptz NOT NULL
);

-- The claim's only index.
CREATE INDEX correction_by_look ON correction (look_at);

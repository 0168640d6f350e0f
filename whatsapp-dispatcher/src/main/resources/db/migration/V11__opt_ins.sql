-- Clinics that a patient asked to write again. Each counts for that clinic alone, on every line that the number opted out of, and
-- until the number opts out once more.
CREATE TABLE opt_in (
    phone     text        NOT NULL,
    clinic_id text        NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (phone, clinic_id)
);

-- The clinics there are, as appointments-service tells of them.
CREATE TABLE clinic (
    clinic_id text PRIMARY KEY
);

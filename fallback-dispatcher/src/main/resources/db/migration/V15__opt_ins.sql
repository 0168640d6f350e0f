-- Clinics that a number asked to write again after it opted out. The sequence is that of the change: an exception counts against what
-- was said before it, in whatever order the two come.
CREATE TABLE opt_in (
    phone     text   NOT NULL,
    clinic_id text   NOT NULL,
    sequence  bigint NOT NULL,
    PRIMARY KEY (phone, clinic_id)
);

-- What patients said by the link in an e-mail, beside what their bookings say. Few rows; a claim reads those of
-- its clinics, and the primary key begins with them.
CREATE TABLE channel_opt_out (
    clinic_id  text        NOT NULL,
    patient_id text        NOT NULL,
    channel    text        NOT NULL CHECK (channel = 'EMAIL'),
    at         timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, patient_id, channel)
);

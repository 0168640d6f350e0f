-- Whether a correction goes by e-mail, as what it corrects did, whatever the clinic's channel is.
ALTER TABLE reminder ADD COLUMN by_email boolean NOT NULL DEFAULT false;

-- Numbers that opted out of a line, and the clinics that were asked to write again, as whatsapp-dispatcher told: whoever writes to one
-- by hand is asked once more. The sequence tells which word of a line was the last: events may come again, and late.
CREATE TABLE opt_out (
    line      text    NOT NULL,
    phone     text    NOT NULL,
    opted_out boolean NOT NULL,
    sequence  bigint  NOT NULL,
    PRIMARY KEY (line, phone)
);
CREATE INDEX opt_out_phone ON opt_out (phone) WHERE opted_out;

CREATE TABLE opt_in (
    phone     text   NOT NULL,
    clinic_id text   NOT NULL,
    sequence  bigint NOT NULL,
    PRIMARY KEY (phone, clinic_id)
);

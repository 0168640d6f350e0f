-- Numbers that want to hear nothing from a line any more, from no clinic. Kept until a clinic takes it back.
CREATE TABLE opt_out (
    line  text        NOT NULL,
    phone text        NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (line, phone)
);
-- Who changed that, when and why: only ever added to. The id is what followers order by.
CREATE TABLE opt_out_change (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    line      text        NOT NULL,
    phone     text        NOT NULL,
    opted_out boolean     NOT NULL,
    at        timestamptz NOT NULL,
    by        text        NOT NULL CHECK (by IN ('PATIENT', 'CLINIC')),
    clinic_id text,
    who       text,
    reason    text,
    CHECK ((by = 'CLINIC') = (clinic_id IS NOT NULL AND who IS NOT NULL AND reason IS NOT NULL))
);
CREATE INDEX opt_out_change_phone ON opt_out_change (phone, id);

-- What waits for a number that has just opted out.
CREATE INDEX message_waiting_for ON message (phone) WHERE state = 'WAITING';

-- Wishes that clinics were told of: the same wish is told once a day.
CREATE TABLE task (
    id        uuid PRIMARY KEY,
    raised_at timestamptz NOT NULL
);

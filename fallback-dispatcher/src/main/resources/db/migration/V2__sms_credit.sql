-- A clinic's prepaid SMS segments. The last check is the promise: never more than was purchased.
CREATE TABLE sms_credit (
    clinic_id text PRIMARY KEY,
    purchased int  NOT NULL DEFAULT 0 CHECK (purchased >= 0),
    reserved  int  NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    spent     int  NOT NULL DEFAULT 0 CHECK (spent >= 0),
    CONSTRAINT never_overspent CHECK (reserved + spent <= purchased)
);

-- What is reserved at this moment, by message; settled means gone from here.
CREATE TABLE sms_reservation (
    message_id uuid PRIMARY KEY,
    clinic_id  text NOT NULL REFERENCES sms_credit,
    segments   int  NOT NULL CHECK (segments > 0)
);

-- The ledger: only ever added to. Its sums are the row above.
CREATE TABLE sms_credit_entry (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    clinic_id  text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('TOP_UP', 'RESERVED', 'SPENT', 'RELEASED')),
    segments   int         NOT NULL CHECK (segments > 0),
    message_id uuid,
    reason     text        NOT NULL,
    reference  text,
    at         timestamptz NOT NULL
);

CREATE INDEX sms_credit_entry_clinic ON sms_credit_entry (clinic_id, id);
-- The same payment cannot be booked twice.
CREATE UNIQUE INDEX sms_top_up_reference ON sms_credit_entry (clinic_id, reference)
    WHERE kind = 'TOP_UP';

-- The name a clinic wants to be shown as the sender of its SMS, and how far its registration has got.
CREATE TABLE sms_sender (
    clinic_id  text        PRIMARY KEY,
    alias      text,
    state      text        NOT NULL CHECK (state IN ('UNREGISTERED', 'REQUESTED', 'REGISTERED')),
    updated_at timestamptz NOT NULL,
    CHECK (alias IS NOT NULL OR state = 'UNREGISTERED')
);

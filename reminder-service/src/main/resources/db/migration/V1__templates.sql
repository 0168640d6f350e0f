-- What reminder-service remembers: the texts that clinics wrote. A version is never changed, only followed by another; the newest is in force.
CREATE TABLE template (
    clinic_id       text        NOT NULL,
    kind            text        NOT NULL,
    language        text        NOT NULL,
    version         integer     NOT NULL CHECK (version > 0),
    whatsapp        text        NOT NULL,
    sms             text        NOT NULL,
    email_subject   text        NOT NULL,
    email_text      text        NOT NULL,
    saved_at        timestamptz NOT NULL,
    -- The version that a restore brought back; 0 is the house's text.
    restored_from   integer,
    -- Who answers for medical words in it, and why.
    override_by     text,
    override_reason text,
    -- The newest of one template is the last entry of its range, found backwards without a sort; two who save at once meet here.
    PRIMARY KEY (clinic_id, kind, language, version),
    CHECK ((override_by IS NULL) = (override_reason IS NULL))
);

-- What a clinic's day was expected to take, as it was told the evening before. One row a clinic and day, and the first word counts.
CREATE TABLE forecast (
    clinic_id          text        NOT NULL,
    day                date        NOT NULL,
    reminders          int         NOT NULL CHECK (reminders >= 0),
    expected_fallbacks int         NOT NULL CHECK (expected_fallbacks >= 0),
    sms                int         NOT NULL CHECK (sms >= 0),
    segments           int         NOT NULL CHECK (segments >= 0),
    credit_then        int         NOT NULL,
    made_at            timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, day)
);

-- How long a clinic's SMS were lately: without it the clinic's whole ledger would be read each evening.
CREATE INDEX sms_spent_lately ON sms_credit_entry (clinic_id, at) INCLUDE (segments) WHERE kind = 'SPENT';

-- What the SMS provider last said it has, and what the books said when it was asked. One row.
CREATE TABLE sms_provider (
    only_one     boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    segments     bigint      CHECK (segments >= 0),
    told_at      timestamptz,
    spent_before bigint,
    -- It had less than the clinics had left together.
    too_little   boolean     NOT NULL DEFAULT false,
    -- It said something that is no balance.
    odd          boolean     NOT NULL DEFAULT false,
    asked_at     timestamptz
);
INSERT INTO sms_provider DEFAULT VALUES;

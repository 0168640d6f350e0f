-- The clinics as appointments-service last told of them, one event each.
CREATE TABLE clinic_profile (
    clinic_id text   PRIMARY KEY,
    version   bigint NOT NULL,
    profile   bytea  NOT NULL
);

-- What other services asked for: enough to recognise a repeat and to serve it as the first was, nothing of the patient.
CREATE TABLE requested_message (
    reminder_id  uuid        PRIMARY KEY,
    -- The newest that was made, or given up as a dead letter: then whoever asks again has the next.
    generation   integer     NOT NULL,
    given_up     boolean     NOT NULL,
    content_hash bytea       NOT NULL,
    -- The clinic as it was at first sight of that generation: a repeat goes the same way, whatever the clinic chose meanwhile.
    profile      bytea       CHECK (given_up OR profile IS NOT NULL),
    forget_after timestamptz NOT NULL
);
-- Forgetting goes by age.
CREATE INDEX requested_message_age ON requested_message (forget_after);

-- Requests whose clinic is not known yet, as they came. Few rows, and none for long.
CREATE TABLE waiting_request (
    record_partition integer     NOT NULL,
    record_offset    bigint      NOT NULL,
    clinic_id        text        NOT NULL,
    record_key       bytea,
    record_headers   bytea       NOT NULL,
    record_value     bytea       NOT NULL,
    waits_until      timestamptz NOT NULL,
    PRIMARY KEY (record_partition, record_offset)
);

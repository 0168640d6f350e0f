-- One row per message this service has to do with: a dead letter, or a message whose clinic chose
-- e-mail or SMS as its own channel.
CREATE TABLE message (
    id                  uuid        PRIMARY KEY,
    -- The record as it came, never changed: what a replay sends on. The key is bytes because text
    -- in PostgreSQL cannot hold everything that a Kafka key can.
    record_topic        text        NOT NULL,
    record_partition    int         NOT NULL,
    record_offset       bigint      NOT NULL,
    record_key          bytea,
    record_headers      bytea       NOT NULL,
    record_value        bytea,
    -- What could be read from it.
    reminder_id         uuid,
    appointment_id      text,
    appointment_version bigint,
    clinic_id           text,
    generation          int         NOT NULL CHECK (generation >= 1),
    send_before         timestamptz,
    -- Why and when it died; null while a clinic's own channel has not failed yet.
    died_of             text,
    field               text,
    died_at             timestamptz,
    -- Where it stands. The channel is the one in use or next; cause is why it stands where it does.
    state               text        NOT NULL CHECK (state IN (
                            'RECEIVED', 'SENDING', 'IN_DOUBT', 'ACCEPTED', 'NOT_WANTED',
                            'SUPPRESSED', 'EXPIRED', 'WITHDRAWN', 'DOUBT_CLOSED',
                            'NEEDS_ATTENTION', 'REPLAYED', 'DISCARDED')),
    channel             text        CHECK (channel IN ('EMAIL', 'SMS')),
    cause               text,
    email_failed        text,
    sms_failed          text,
    attempts            int         NOT NULL DEFAULT 0,
    next_at             timestamptz,
    possible_duplicate  boolean     NOT NULL DEFAULT false,
    resent              boolean     NOT NULL DEFAULT false,
    doubt_since         timestamptz,
    provider_id         text,
    -- Every transition raises the epoch, so whoever acts on an old one changes nothing.
    epoch               int         NOT NULL DEFAULT 0,
    lease_until         timestamptz,
    sequence            int         NOT NULL,
    received_at         timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL
);

-- The claim: what waits for a channel, the most urgent first.
CREATE INDEX message_waiting ON message (channel, send_before) WHERE state = 'RECEIVED';
-- What became worthless while it waited.
CREATE INDEX message_expiring ON message (send_before) WHERE state = 'RECEIVED';
-- Intents whose node may have died.
CREATE INDEX message_sending ON message (lease_until) WHERE state = 'SENDING';
CREATE INDEX message_in_doubt ON message (next_at) WHERE state = 'IN_DOUBT';
-- The list that support staff read, whole and by what stands undelivered.
CREATE INDEX message_died ON message (died_at, id) WHERE died_of IS NOT NULL;
CREATE INDEX message_attention ON message (died_at, id) WHERE state = 'NEEDS_ATTENTION';
-- Withdrawals and newer generations ask by reminder.
CREATE INDEX message_reminder ON message (reminder_id);

-- Tombstones: a withdrawal may arrive before the message it is about.
CREATE TABLE withdrawal (
    reminder_id uuid        PRIMARY KEY,
    at          timestamptz NOT NULL
);

-- Rows leave with the broker's acknowledgement.
CREATE TABLE outbox (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic          text        NOT NULL,
    record_key     bytea,
    record_headers bytea       NOT NULL,
    record_value   bytea,
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What whatsapp-dispatcher remembers: messages with the record they came in, lines, and what it still owes to Kafka.

-- The end of the quiet hours that "at" falls into, in the clinic's zone; null when it falls into none.
CREATE FUNCTION quiet_until(at timestamptz, zone text, quiet_from time, quiet_to time)
    RETURNS timestamptz
    LANGUAGE sql
    STABLE
RETURN CASE
    WHEN quiet_from IS NULL OR quiet_to IS NULL OR quiet_from = quiet_to THEN NULL
    WHEN quiet_from < quiet_to
        THEN CASE WHEN (at AT TIME ZONE zone)::time >= quiet_from AND (at AT TIME ZONE zone)::time < quiet_to
                  THEN ((at AT TIME ZONE zone)::date + quiet_to) AT TIME ZONE zone END
    WHEN (at AT TIME ZONE zone)::time >= quiet_from
        THEN ((at AT TIME ZONE zone)::date + 1 + quiet_to) AT TIME ZONE zone
    WHEN (at AT TIME ZONE zone)::time < quiet_to
        THEN ((at AT TIME ZONE zone)::date + quiet_to) AT TIME ZONE zone
END;

-- One number. All pods share its row: the gate on sends, and the lock that makes them share one rate.
CREATE TABLE line (
    name         text PRIMARY KEY,
    health       text        NOT NULL CHECK (health IN ('ABLE', 'DOWN', 'RESTRICTED')),
    health_by    text CHECK (health_by IN ('SESSION', 'PREPARE', 'SEND')),
    health_cause text,
    health_since timestamptz NOT NULL,
    paused_since timestamptz,
    pause_reason text,
    pause_waits  boolean     NOT NULL DEFAULT false,
    state        text        NOT NULL GENERATED ALWAYS AS (CASE WHEN paused_since IS NULL THEN health ELSE 'PAUSED' END) STORED,
    outage_since timestamptz,
    next_send_at timestamptz NOT NULL DEFAULT 'epoch',
    probe_at     timestamptz NOT NULL DEFAULT 'epoch',
    sent_on      date        NOT NULL DEFAULT 'epoch',
    sent_today   integer     NOT NULL DEFAULT 0,
    CHECK ((health = 'ABLE') = (health_by IS NULL)),
    CHECK ((health = 'ABLE') = (health_cause IS NULL))
);

CREATE TABLE outage (
    line     text        NOT NULL,
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    cause    text        NOT NULL,
    PRIMARY KEY (line, began_at)
);
-- GET /outages asks by interval.
CREATE INDEX outage_interval ON outage (began_at, ended_at);

CREATE TABLE message (
    reminder_id        uuid PRIMARY KEY,
    generation         integer     NOT NULL,
    state              text        NOT NULL CHECK (state IN
        ('WAITING', 'SENDING', 'IN_DOUBT', 'ACCEPTED', 'DELIVERED', 'READ', 'DEAD', 'EXPIRED', 'WITHDRAWN', 'SUPPRESSED', 'DOUBT_CLOSED')),
    changed_at         timestamptz NOT NULL,
    cause              text,
    detail             text,
    possible_duplicate boolean     NOT NULL DEFAULT false,
    withdrawn          boolean     NOT NULL DEFAULT false,
    sequence           integer     NOT NULL,
    line               text        NOT NULL,
    appointment_id     text        NOT NULL,
    appointment_version bigint     NOT NULL,
    clinic_id          text        NOT NULL,
    phone              text,
    whatsapp_text      text,
    zone               text        NOT NULL,
    quiet_from         time,
    quiet_to           time,
    due_at             timestamptz NOT NULL,
    send_before        timestamptz NOT NULL,
    fallback           text        NOT NULL CHECK (fallback IN ('NONE', 'EMAIL', 'SMS')),
    fallback_after     interval    NOT NULL,
    not_before         timestamptz NOT NULL DEFAULT 'epoch',
    held_until         timestamptz NOT NULL DEFAULT 'epoch',
    attempts           integer     NOT NULL DEFAULT 0,
    prepare_lease      timestamptz NOT NULL DEFAULT 'epoch',
    chat_id            text,
    client_message_id  text,
    gateway_message_id text,
    lease_until        timestamptz,
    lease_epoch        integer     NOT NULL DEFAULT 0,
    sending_since      timestamptz,
    doubt_since        timestamptz,
    next_look_at       timestamptz,
    accepted_at        timestamptz,
    -- The record as it came, untouched: what a dead letter and a replay send on.
    record_topic       text        NOT NULL,
    record_partition   integer     NOT NULL,
    record_offset      bigint      NOT NULL,
    record_key         text,
    record_headers     bytea       NOT NULL,
    record_value       bytea       NOT NULL,
    -- A zone that PostgreSQL does not know is refused when stored: in the claim it would stop everybody's messages.
    CHECK (timezone(zone, changed_at) IS NOT NULL)
) WITH (fillfactor = 80);

-- The claim takes a line's most urgent message first. Only what waits is in it, so it stays small whatever the history.
CREATE INDEX message_waiting ON message (line, send_before) WHERE state = 'WAITING';
-- The preparer's work list.
CREATE INDEX message_unprepared ON message (line, send_before) WHERE state = 'WAITING' AND client_message_id IS NULL;
-- StaleIntents and Reconciler: never more rows than sends in flight or in doubt.
CREATE INDEX message_open ON message (state) WHERE state IN ('SENDING', 'IN_DOUBT');
-- A later version of an appointment withdraws what waits of the earlier ones.
CREATE INDEX message_appointment ON message (appointment_id, appointment_version);
-- Receipts name a message by either id.
CREATE INDEX message_client_id ON message (client_message_id) WHERE client_message_id IS NOT NULL;
CREATE INDEX message_gateway_id ON message (gateway_message_id) WHERE gateway_message_id IS NOT NULL;

-- How many of a line's recent messages reached a phone.
CREATE INDEX message_accepted ON message (line, accepted_at) WHERE accepted_at IS NOT NULL;

-- A withdrawal may arrive before its message: the tombstone outlives every replay.
CREATE TABLE withdrawal (
    reminder_id  uuid PRIMARY KEY,
    reason       text        NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    received_at  timestamptz NOT NULL
);

-- Numbers already asked about: a number is checked before the first message to it, and the chat id it gave is used.
CREATE TABLE contact (
    line       text        NOT NULL,
    phone      text        NOT NULL,
    chat_id    text        NOT NULL,
    checked_at timestamptz NOT NULL,
    PRIMARY KEY (line, phone)
);

-- Receipts for ids nobody knows yet: the gateway's webhook may overtake its answer.
CREATE TABLE receipt (
    message_id  text PRIMARY KEY,
    state       text        NOT NULL CHECK (state IN ('ACCEPTED', 'DELIVERED', 'READ')),
    received_at timestamptz NOT NULL
);

CREATE TABLE webhook_event (
    id          text PRIMARY KEY,
    received_at timestamptz NOT NULL
);

-- What must still be published. The relay deletes a row when the broker has it.
CREATE TABLE outbox (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic   text  NOT NULL,
    key     text,
    headers bytea NOT NULL,
    value   bytea
);

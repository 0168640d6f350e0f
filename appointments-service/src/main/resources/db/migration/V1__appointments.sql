-- Clinics: few, read with every booking, joined when a reminder is published.
CREATE TABLE clinic (
    clinic_id      text PRIMARY KEY,
    name           text NOT NULL,
    phone          text,
    address        text,
    zone           text NOT NULL,
    language       text NOT NULL,
    account        text NOT NULL,
    channel        text NOT NULL,
    reminders      text NOT NULL,           -- the rules as JSON, in the API's own words
    fallback       text NOT NULL,
    fallback_after text NOT NULL,           -- ISO 8601 duration
    quiet_from     time,
    quiet_to       time,
    manual_sending text NOT NULL,
    CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
);

-- The visits as they stand. A cancellation that came before its booking leaves a row without a start: a tombstone.
CREATE TABLE appointment (
    appointment_id   text PRIMARY KEY,
    clinic_id        text NOT NULL REFERENCES clinic,
    version          bigint NOT NULL,
    plan_version     bigint NOT NULL,       -- the version whose reminders count; changes with the start, not with a phone number
    cancelled        boolean NOT NULL,
    starts_at        timestamptz,
    duration_minutes integer,
    patient_id       text,
    first_name       text,
    phone            text,
    email            text,
    language         text,
    opted_out        text NOT NULL DEFAULT '',
    agenda_key       uuid,                  -- who and which day, for visits from a clinic's agenda file
    CHECK (cancelled OR (starts_at IS NOT NULL AND patient_id IS NOT NULL))
);

-- Planning anew walks one clinic's visits to come in order of their start.
CREATE INDEX appointment_of_clinic ON appointment (clinic_id, starts_at, appointment_id) WHERE NOT cancelled;

-- An import finds the visits its lines speak of; visits from elsewhere are not in it.
CREATE INDEX appointment_of_agenda ON appointment (agenda_key) WHERE agenda_key IS NOT NULL;

-- What was planned and what became of it. No index holds the columns that change when a reminder is published
-- or reported on, and pages keep room: those updates stay within the page (HOT).
CREATE TABLE reminder (
    reminder_id         uuid PRIMARY KEY,
    appointment_id      text NOT NULL REFERENCES appointment,
    appointment_version bigint NOT NULL,
    clinic_id           text NOT NULL,
    rule                text NOT NULL,
    due_at              timestamptz NOT NULL,
    send_before         timestamptz NOT NULL,
    planned_at          timestamptz NOT NULL,
    planned_by          text NOT NULL,
    published_at        timestamptz,
    withdrawn_at        timestamptz,
    withdrawn_because   text,
    state               text NOT NULL,      -- the public word, or DROPPED: its rule went before it was due
    channel             text,
    generation          integer NOT NULL DEFAULT 0,
    sequence            integer NOT NULL DEFAULT 0,
    possible_duplicate  boolean NOT NULL DEFAULT false
) WITH (fillfactor = 80);

-- The timeline of a visit, and its withdrawal.
CREATE INDEX reminder_of_appointment ON reminder (appointment_id);

-- The clinic's list, by time; the id makes pages stable.
CREATE INDEX reminder_of_clinic ON reminder (clinic_id, due_at, reminder_id);

-- The queue: thin rows, and the deletion of a row is its publication.
CREATE TABLE reminder_due (
    reminder_id uuid PRIMARY KEY REFERENCES reminder,
    due_at      timestamptz NOT NULL
);

-- The claim's only index.
CREATE INDEX reminder_due_at ON reminder_due (due_at);

-- Each transition that the dispatchers reported, once.
CREATE TABLE reminder_history (
    reminder_id        uuid NOT NULL REFERENCES reminder,
    generation         integer NOT NULL,
    sequence           integer NOT NULL,
    at                 timestamptz NOT NULL,
    what               text NOT NULL,
    channel            text,
    attempts           integer NOT NULL,
    cause              text,
    detail             text,
    possible_duplicate boolean NOT NULL,
    PRIMARY KEY (reminder_id, generation, sequence)
);

-- Clinics whose visits must be planned anew, and how far that has come.
CREATE TABLE replanning (
    clinic_id   text PRIMARY KEY REFERENCES clinic,
    after_start timestamptz NOT NULL,
    after_id    text NOT NULL
);

-- Events that were taken in: what an id was used for.
CREATE TABLE appointment_event (
    source      text NOT NULL,
    event_id    text NOT NULL,
    value_hash  bytea NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (source, event_id)
);

-- Forgetting goes by age.
CREATE INDEX appointment_event_age ON appointment_event (received_at);

-- Answers to bookings that carried an Idempotency-Key. An answer holds ids and times only.
CREATE TABLE idempotent_answer (
    clinic_id    text NOT NULL,
    key          text NOT NULL,
    request_hash bytea NOT NULL,
    answer       text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, key)
);

CREATE INDEX idempotent_answer_age ON idempotent_answer (created_at);

-- Records that wait to be published. A row goes with the broker's acknowledgement.
CREATE TABLE outbox (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic          text NOT NULL,
    record_key     text,
    record_headers bytea NOT NULL,
    record_value   bytea,
    created_at     timestamptz NOT NULL
);

-- A receipt says that an SMS is on the phone.
ALTER TABLE message DROP CONSTRAINT message_state_check;
ALTER TABLE message ADD CONSTRAINT message_state_check CHECK (state IN (
    'RECEIVED', 'SENDING', 'IN_DOUBT', 'ACCEPTED', 'DELIVERED', 'NOT_WANTED',
    'SUPPRESSED', 'EXPIRED', 'WITHDRAWN', 'DOUBT_CLOSED',
    'NEEDS_ATTENTION', 'REPLAYED', 'DISCARDED'));

-- What providers told and nobody has applied yet. A receipt may overtake the answer that names its message,
-- so one that fits nothing is kept for a day. The same one told again is the same row.
CREATE TABLE sms_receipt (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id  uuid,       -- our reference, from providers that quote it
    provider_id text,
    state       text        NOT NULL CHECK (state IN ('DELIVERED', 'FAILED')),
    received_at timestamptz NOT NULL,
    CHECK (message_id IS NOT NULL OR provider_id IS NOT NULL),
    UNIQUE NULLS NOT DISTINCT (message_id, provider_id, state)
);

-- Receipts that quote no reference find their message by the provider's id.
CREATE INDEX message_provider ON message (provider_id) WHERE channel = 'SMS' AND provider_id IS NOT NULL;

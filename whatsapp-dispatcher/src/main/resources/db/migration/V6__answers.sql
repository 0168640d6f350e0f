-- People answer the automatic number. What they write waits here until it is looked at; afterwards its words are gone and a
-- digest is left, by which a repeat is recognised.
CREATE TABLE inbound (
    id          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    line        text        NOT NULL,
    message_id  text        NOT NULL,
    phone       text,
    lid         text,
    chat_id     text,
    quoted_id   text,
    body        text,
    digest      bytea       NOT NULL,
    written_at  timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    effect      text,
    PRIMARY KEY (line, message_id)
);
-- The loop's work list: empty most of the time, whatever the history.
CREATE INDEX inbound_unread ON inbound (id) WHERE effect IS NULL;
-- Whether a number has just written the same.
CREATE INDEX inbound_repeated ON inbound (line, phone, digest, id);

-- WhatsApp hides some numbers behind an id. Once we know whose it is we remember.
CREATE TABLE lid (
    line       text        NOT NULL,
    lid        text        NOT NULL,
    phone      text        NOT NULL,
    chat_id    text        NOT NULL,
    learned_at timestamptz NOT NULL,
    PRIMARY KEY (line, lid)
);

-- What we answer: an intent like any other, but nobody is told of it and nothing takes its place. The unique key is the
-- promise that a chat hears each kind once a day, whoever asks for it and however often.
CREATE TABLE reply (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    line               text        NOT NULL,
    phone              text        NOT NULL,
    kind               text        NOT NULL CHECK (kind IN ('AUTOMATIC', 'OPT_OUT_CONFIRMED')),
    day                date        NOT NULL,
    chat_id            text        NOT NULL,
    body               text        NOT NULL,
    state              text        NOT NULL DEFAULT 'WAITING' CHECK (state IN
        ('WAITING', 'SENDING', 'ACCEPTED', 'IN_DOUBT', 'NOT_SENT', 'EXPIRED', 'SUPPRESSED')),
    created_at         timestamptz NOT NULL,
    send_before        timestamptz NOT NULL,
    not_before         timestamptz NOT NULL DEFAULT 'epoch',
    attempts           integer     NOT NULL DEFAULT 0,
    client_message_id  text,
    gateway_message_id text,
    lease_until        timestamptz,
    lease_epoch        integer     NOT NULL DEFAULT 0,
    confirmed_at       timestamptz,
    UNIQUE (line, phone, kind, day)
);
-- The claim, and what is stale or too late: never more rows than replies under way.
CREATE INDEX reply_waiting ON reply (line, id) WHERE state = 'WAITING';
CREATE INDEX reply_sending ON reply (lease_until) WHERE state = 'SENDING';
-- Receipts name a reply as they name a message.
CREATE INDEX reply_client_id ON reply (client_message_id) WHERE client_message_id IS NOT NULL;

-- Whose messages a number got lately.
CREATE INDEX message_correspondence ON message (phone, accepted_at) WHERE accepted_at IS NOT NULL;

-- Replies take only some of a line's slots, however many people write.
ALTER TABLE line ADD COLUMN next_reply_at timestamptz NOT NULL DEFAULT 'epoch';

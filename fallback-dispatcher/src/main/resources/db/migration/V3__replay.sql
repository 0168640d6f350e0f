CREATE TABLE replay (
    id              uuid        PRIMARY KEY,
    idempotency_key text        UNIQUE,
    request_hash    text        NOT NULL,
    reason          text        NOT NULL,
    may_duplicate   boolean     NOT NULL,
    asked_by        text        NOT NULL,
    asked_at        timestamptz NOT NULL
);

-- The frozen list: what was decided about each dead letter at the moment of asking.
CREATE TABLE replay_item (
    replay_id  uuid NOT NULL REFERENCES replay,
    position   int  NOT NULL,
    message_id uuid NOT NULL,
    verdict    text NOT NULL,
    PRIMARY KEY (replay_id, position)
);

-- What people did, and why.
CREATE TABLE audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    who     text        NOT NULL,
    action  text        NOT NULL,
    subject text        NOT NULL,
    reason  text        NOT NULL,
    detail  text        NOT NULL
);

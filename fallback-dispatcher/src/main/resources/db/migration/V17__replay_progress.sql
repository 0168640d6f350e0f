-- The last that other services told of a message that was sent again, or whose patient has it after all. One row a reminder.
CREATE TABLE replay_progress (
    reminder_id uuid        PRIMARY KEY,
    generation  int         NOT NULL,
    sequence    int         NOT NULL,
    state       text        NOT NULL,
    cause       text,
    at          timestamptz NOT NULL
);

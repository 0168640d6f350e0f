-- The most urgent first, and among equally urgent ones the clinics take turns: 5,000 messages of one do not starve 10 of another.
-- Deadlines within five minutes are equally urgent.
ALTER TABLE message
    ADD COLUMN deadline timestamptz GENERATED ALWAYS AS
        (date_bin('5 minutes', send_before, TIMESTAMPTZ '2000-01-01 00:00:00+00')) STORED,
    ADD COLUMN turn     bigint NOT NULL DEFAULT 0;
UPDATE message AS m SET turn = numbered.nth
FROM (SELECT reminder_id, row_number() OVER (PARTITION BY line, deadline, clinic_id ORDER BY send_before) AS nth
      FROM message WHERE state = 'WAITING') AS numbered
WHERE m.reminder_id = numbered.reminder_id;

-- How many turns each clinic has taken among messages of one deadline.
CREATE TABLE clinic_turn (
    line      text        NOT NULL,
    deadline  timestamptz NOT NULL,
    clinic_id text        NOT NULL,
    taken     bigint      NOT NULL,
    more      bigint      NOT NULL,
    PRIMARY KEY (line, deadline, clinic_id)
);

DROP INDEX message_waiting;
DROP INDEX message_unprepared;
CREATE INDEX message_waiting ON message (line, deadline, turn, send_before) WHERE state = 'WAITING';
-- The claim reads the first rows of this one, however many wait behind them.
CREATE INDEX message_prepared ON message (line, deadline, turn, send_before)
    WHERE state = 'WAITING' AND client_message_id IS NOT NULL;
CREATE INDEX message_unprepared ON message (line, deadline, turn, send_before)
    WHERE state = 'WAITING' AND client_message_id IS NULL;

-- When the line's last outage ended and how long it was: it begins again slowly.
ALTER TABLE line
    ADD COLUMN back_at  timestamptz,
    ADD COLUMN was_away interval;

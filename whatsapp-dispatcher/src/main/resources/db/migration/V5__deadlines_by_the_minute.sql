-- Deadlines within one minute are equally urgent. Five minutes made early hand-over give up what could still be sent: it
-- counts with the earliest deadline of those that are equally urgent.
ALTER TABLE message ALTER COLUMN deadline SET EXPRESSION AS
    (date_bin('1 minute', send_before, TIMESTAMPTZ '2000-01-01 00:00:00+00'));

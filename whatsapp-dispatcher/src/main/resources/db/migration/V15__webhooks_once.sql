-- Every webhook is taken once, whatever it tells, and support sees when the last one of each kind came.
ALTER TABLE webhook_event
    ADD COLUMN line text,
    ADD COLUMN kind text CHECK (kind IN ('MESSAGE', 'EDITED_MESSAGE', 'ANY_MESSAGE', 'RECEIPT', 'SESSION'));
-- The last of each kind, without a look at the others.
CREATE INDEX webhook_event_last ON webhook_event (line, kind, received_at) WHERE kind IS NOT NULL;

-- When the gateway said what we last believed of the session: what is not newer comes late, or again.
ALTER TABLE line ADD COLUMN session_told_at timestamptz NOT NULL DEFAULT 'epoch';

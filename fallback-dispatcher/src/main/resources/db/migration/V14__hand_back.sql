-- A message that no channel here can bring to its patient may wait for its WhatsApp line. Which line that is its dead letter says;
-- of those from before nobody knows, and they wait for all.
ALTER TABLE message
    DROP CONSTRAINT message_channel_check,
    ADD CONSTRAINT message_channel_check CHECK (channel IN ('EMAIL', 'SMS', 'WHATSAPP')),
    ADD COLUMN line text;

-- The newest outage of each line, as whatsapp-dispatcher told; one without an end lasts.
CREATE TABLE line_outage (
    line     text        PRIMARY KEY,
    began_at timestamptz NOT NULL,
    ended_at timestamptz
);

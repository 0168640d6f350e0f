-- A gateway may say yes and deliver nothing. What WhatsApp itself confirmed is told apart from what only the gateway took.
ALTER TABLE line DROP CONSTRAINT line_health_by_check;
ALTER TABLE line ADD CONSTRAINT line_health_by_check CHECK (health_by IN ('SESSION', 'PREPARE', 'SEND', 'SILENCE'));
ALTER TABLE line
    -- Numbers this line's claims, in the order of its lock: an order that no clock can bend.
    ADD COLUMN claims       bigint      NOT NULL DEFAULT 0,
    -- While the line is silent: the newest claim that was confirmed when that was found out.
    ADD COLUMN silent_after bigint,
    ADD COLUMN canary_at    timestamptz NOT NULL DEFAULT 'epoch';

ALTER TABLE message
    ADD COLUMN claim_no     bigint,
    ADD COLUMN confirmed_at timestamptz,
    ADD COLUMN late_receipt text CHECK (late_receipt IN ('ACCEPTED', 'DELIVERED', 'READ'));
-- What was accepted before this was watched is not held against its line.
UPDATE message SET confirmed_at = accepted_at WHERE accepted_at IS NOT NULL;

ALTER TABLE receipt ADD COLUMN confirmed boolean NOT NULL DEFAULT false;

-- A message to a number of our own, sent to find out whether a line works.
CREATE TABLE canary (
    client_message_id  text PRIMARY KEY,
    gateway_message_id text,
    line               text        NOT NULL,
    chat_id            text        NOT NULL,
    claim_no           bigint      NOT NULL,
    sent_at            timestamptz NOT NULL,
    accepted_at        timestamptz,
    confirmed_at       timestamptz
);
CREATE INDEX canary_newest ON canary (line, claim_no);

-- What the gateway may have taken and nobody confirmed. The claim counts those after the newest confirmed one.
CREATE INDEX message_exposed ON message (line, claim_no)
    WHERE confirmed_at IS NULL AND (state IN ('SENDING', 'IN_DOUBT', 'ACCEPTED') OR cause = 'LINE_SILENT' AND possible_duplicate);
CREATE INDEX message_confirmed ON message (line, claim_no) WHERE confirmed_at IS NOT NULL;

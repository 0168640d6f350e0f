-- A receipt may say that a message will never arrive, and that WhatsApp restricted the line. The gateway accepts what is sent after
-- that, too, so only a confirmed message ends such a restriction.
ALTER TABLE line DROP CONSTRAINT line_health_by_check;
ALTER TABLE line ADD CONSTRAINT line_health_by_check CHECK (health_by IN ('SESSION', 'PREPARE', 'SEND', 'SILENCE', 'RECEIPT'));

ALTER TABLE receipt DROP CONSTRAINT receipt_state_check;
ALTER TABLE receipt ADD CONSTRAINT receipt_state_check CHECK (state IN ('ACCEPTED', 'DELIVERED', 'READ', 'FAILED'));
ALTER TABLE receipt ADD COLUMN cause text;

ALTER TABLE canary ADD COLUMN failed_at timestamptz;

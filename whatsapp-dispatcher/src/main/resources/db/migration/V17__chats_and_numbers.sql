-- WhatsApp may know a number under other digits or behind a lid, as its check says. Whoever writes back from there is the number
-- that was written to; "alias" is the chat with the number, where the check names a lid.
ALTER TABLE contact ADD COLUMN alias_chat_id text;
CREATE INDEX contact_chat ON contact (line, chat_id);
CREATE INDEX contact_alias ON contact (line, alias_chat_id) WHERE alias_chat_id IS NOT NULL;

-- When the gateway is asked next whose hidden number it was. Until that is known nobody looks at the message.
ALTER TABLE inbound ADD COLUMN ask_at timestamptz;
CREATE INDEX inbound_to_ask ON inbound (ask_at) WHERE effect IS NULL AND ask_at IS NOT NULL;

-- Opt-outs that came from such a chat were kept under its digits only: they are of the numbers that we write to, too.
WITH meant AS (
    SELECT contact.line, contact.phone, min(opt_out.since) AS since
    FROM contact JOIN opt_out ON opt_out.line = contact.line AND opt_out.phone = '+' || split_part(contact.chat_id, '@', 1)
    WHERE opt_out.phone <> contact.phone
    GROUP BY contact.line, contact.phone),
added AS (
    INSERT INTO opt_out (line, phone, since) SELECT line, phone, since FROM meant
    ON CONFLICT (line, phone) DO NOTHING
    RETURNING line, phone, since)
INSERT INTO opt_out_change (line, phone, opted_out, at, by)
SELECT line, phone, true, since, 'PATIENT' FROM added;

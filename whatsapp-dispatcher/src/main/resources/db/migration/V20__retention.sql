-- A message that is over loses the record that it came in: it stands in a dead letter, if it died. What an answer to it needs stays a
-- while longer: the clinic as it was, and the language.
ALTER TABLE message
    ALTER COLUMN record_value DROP NOT NULL,
    ADD COLUMN patient_id   text,
    ADD COLUMN clinic_name  text,
    ADD COLUMN clinic_phone text,
    ADD COLUMN zone         text,
    ADD COLUMN language     text;

-- By age: records, then numbers and texts, then the rows.
CREATE INDEX message_record_age ON message (changed_at)
    WHERE record_value IS NOT NULL AND state NOT IN ('WAITING', 'SENDING', 'IN_DOUBT');
CREATE INDEX message_text_age ON message (changed_at)
    WHERE (phone IS NOT NULL OR whatsapp_text IS NOT NULL OR record_value IS NOT NULL) AND state NOT IN ('WAITING', 'SENDING', 'IN_DOUBT');
CREATE INDEX message_age ON message (changed_at) WHERE state NOT IN ('WAITING', 'SENDING', 'IN_DOUBT');

-- The rest, by age. Receipts, turns, tasks and canaries that wait for their day are few.
CREATE INDEX webhook_event_age ON webhook_event (received_at);
CREATE INDEX inbound_age ON inbound (received_at);
CREATE INDEX reply_age ON reply (created_at);
CREATE INDEX withdrawal_age ON withdrawal (received_at);
CREATE INDEX receipt_age ON receipt (received_at);
CREATE INDEX task_age ON task (raised_at);
CREATE INDEX canary_age ON canary (sent_at);
CREATE INDEX clinic_turn_age ON clinic_turn (deadline);
CREATE INDEX contact_age ON contact (checked_at);
CREATE INDEX lid_age ON lid (learned_at);

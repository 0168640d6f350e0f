-- A record's bytes go some time after the message is over. A record may have had no value from the beginning, so it is told why it has none.
ALTER TABLE message ADD COLUMN record_gone text CHECK (record_gone IN ('AGE', 'ERASED'));

-- By age: records, then the rows.
CREATE INDEX message_record_age ON message (updated_at)
    WHERE record_value IS NOT NULL AND state NOT IN ('RECEIVED', 'SENDING', 'IN_DOUBT');
CREATE INDEX message_age ON message (updated_at)
    WHERE state NOT IN ('RECEIVED', 'SENDING', 'IN_DOUBT') AND state <> 'NEEDS_ATTENTION';

-- The rest, by age.
CREATE INDEX replay_age ON replay (asked_at);
CREATE INDEX replay_progress_age ON replay_progress (at);
CREATE INDEX withdrawal_age ON withdrawal (at);
CREATE INDEX forecast_age ON forecast (day);
CREATE INDEX sms_receipt_age ON sms_receipt (received_at);

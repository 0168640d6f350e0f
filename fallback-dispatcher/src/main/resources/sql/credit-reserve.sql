-- One statement: the condition is looked at again under the row's lock, so two who ask for the last
-- segment cannot both get it.
WITH covered AS (
    UPDATE sms_credit SET reserved = reserved + :segments::int
    WHERE clinic_id = :clinic AND purchased - reserved - spent >= :segments::int
    RETURNING clinic_id),
held AS (
    INSERT INTO sms_reservation (message_id, clinic_id, segments)
    SELECT :message::uuid, clinic_id, :segments::int FROM covered)
INSERT INTO sms_credit_entry (clinic_id, kind, segments, message_id, reason, at)
SELECT clinic_id, 'RESERVED', :segments::int, :message::uuid, :reason::text, :now::timestamptz
FROM covered
RETURNING id

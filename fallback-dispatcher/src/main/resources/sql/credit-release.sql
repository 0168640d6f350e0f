WITH settled AS (
    DELETE FROM sms_reservation WHERE message_id = :message::uuid RETURNING *),
moved AS (
    UPDATE sms_credit c SET reserved = c.reserved - s.segments
    FROM settled s WHERE c.clinic_id = s.clinic_id)
INSERT INTO sms_credit_entry (clinic_id, kind, segments, message_id, reason, at)
SELECT clinic_id, 'RELEASED', segments, message_id, :reason::text, :now::timestamptz FROM settled
RETURNING id

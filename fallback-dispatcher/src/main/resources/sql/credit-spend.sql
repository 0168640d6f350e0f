-- The clinics' rows are locked first and in one order, as claims lock them: nobody waits in a ring.
WITH held AS MATERIALIZED (
    SELECT clinic_id FROM sms_credit
    WHERE clinic_id IN (SELECT clinic_id FROM sms_reservation WHERE message_id = ANY (:messages))
    ORDER BY clinic_id
    FOR UPDATE),
settled AS (
    DELETE FROM sms_reservation r USING held
    WHERE r.message_id = ANY (:messages) AND r.clinic_id = held.clinic_id
    RETURNING r.*),
total AS (SELECT clinic_id, sum(segments)::int AS segments FROM settled GROUP BY clinic_id),
moved AS (
    UPDATE sms_credit c SET reserved = c.reserved - t.segments, spent = c.spent + t.segments
    FROM total t WHERE c.clinic_id = t.clinic_id)
INSERT INTO sms_credit_entry (clinic_id, kind, segments, message_id, reason, at)
SELECT clinic_id, 'SPENT', segments, message_id, :reason::text, :now::timestamptz FROM settled
RETURNING id

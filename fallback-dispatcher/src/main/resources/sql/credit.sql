-- What clinics paid for, and the ledger of it.

-- name: left
-- Of the account c, which may not be there.
coalesce(c.purchased - c.reserved - c.spent, 0)

-- name: balance
SELECT purchased, reserved, spent FROM sms_credit WHERE clinic_id = :clinic

-- name: left-among
SELECT clinic_id, {left} AS segments FROM sms_credit c WHERE clinic_id = ANY (:clinics::text[])

-- name: held
SELECT segments FROM sms_reservation WHERE message_id = :message::uuid

-- name: reserve
-- One statement: the condition is looked at again under the row's lock, so two who ask for the last
-- segment cannot both get it.
WITH covered AS (
    UPDATE sms_credit c SET reserved = c.reserved + :segments::int
    WHERE c.clinic_id = :clinic AND {left} >= :segments::int
    RETURNING c.clinic_id),
held AS (
    INSERT INTO sms_reservation (message_id, clinic_id, segments)
    SELECT :message::uuid, clinic_id, :segments::int FROM covered)
INSERT INTO sms_credit_entry (clinic_id, kind, segments, message_id, reason, at)
SELECT clinic_id, 'RESERVED', :segments::int, :message::uuid, :reason::text, :now::timestamptz
FROM covered
RETURNING id

-- name: spend
-- The clinics' rows are locked first and in one order, as claims lock them: nobody waits in a ring. It is the order of
-- the letters' codes, whatever the database's language.
WITH held AS MATERIALIZED (
    SELECT clinic_id FROM sms_credit
    WHERE clinic_id IN (SELECT clinic_id FROM sms_reservation WHERE message_id = ANY (:messages::uuid[]))
    ORDER BY clinic_id COLLATE "C"
    FOR UPDATE),
settled AS (
    DELETE FROM sms_reservation r USING held
    WHERE r.message_id = ANY (:messages::uuid[]) AND r.clinic_id = held.clinic_id
    RETURNING r.*),
total AS (SELECT clinic_id, sum(segments)::int AS segments FROM settled GROUP BY clinic_id),
moved AS (
    UPDATE sms_credit c SET reserved = c.reserved - t.segments, spent = c.spent + t.segments
    FROM total t WHERE c.clinic_id = t.clinic_id)
INSERT INTO sms_credit_entry (clinic_id, kind, segments, message_id, reason, at)
SELECT clinic_id, 'SPENT', segments, message_id, :reason::text, :now::timestamptz FROM settled
RETURNING id

-- name: release
WITH settled AS (
    DELETE FROM sms_reservation WHERE message_id = :message::uuid RETURNING *),
moved AS (
    UPDATE sms_credit c SET reserved = c.reserved - s.segments
    FROM settled s WHERE c.clinic_id = s.clinic_id)
INSERT INTO sms_credit_entry (clinic_id, kind, segments, message_id, reason, at)
SELECT clinic_id, 'RELEASED', segments, message_id, :reason::text, :now::timestamptz FROM settled
RETURNING id

-- name: top-up
-- The reference is the idempotency: a repeat adds nothing.
WITH paid AS (
    INSERT INTO sms_credit_entry (clinic_id, kind, segments, reason, reference, at)
    VALUES (:clinic, 'TOP_UP', :segments, 'TOP_UP', :reference, :now)
    ON CONFLICT (clinic_id, reference) WHERE kind = 'TOP_UP' DO NOTHING
    RETURNING clinic_id, segments)
INSERT INTO sms_credit (clinic_id, purchased)
SELECT clinic_id, segments FROM paid
ON CONFLICT (clinic_id) DO UPDATE SET purchased = sms_credit.purchased + excluded.purchased

-- name: topped-up
SELECT segments FROM sms_credit_entry
WHERE kind = 'TOP_UP' AND clinic_id = :clinic AND reference = :reference

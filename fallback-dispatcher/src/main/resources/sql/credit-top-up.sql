-- The reference is the idempotency: a repeat adds nothing.
WITH paid AS (
    INSERT INTO sms_credit_entry (clinic_id, kind, segments, reason, reference, at)
    VALUES (:clinic, 'TOP_UP', :segments, 'TOP_UP', :reference, :now)
    ON CONFLICT (clinic_id, reference) WHERE kind = 'TOP_UP' DO NOTHING
    RETURNING clinic_id, segments)
INSERT INTO sms_credit (clinic_id, purchased)
SELECT clinic_id, segments FROM paid
ON CONFLICT (clinic_id) DO UPDATE SET purchased = sms_credit.purchased + excluded.purchased

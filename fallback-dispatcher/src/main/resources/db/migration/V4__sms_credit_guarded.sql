-- What the code must not be able to do to SMS credit, whatever is wrong with it.

-- A message is paid for once; only a payment is about no message.
CREATE UNIQUE INDEX sms_spent_once ON sms_credit_entry (message_id) WHERE kind = 'SPENT';
ALTER TABLE sms_credit_entry
    ADD CONSTRAINT about_a_message CHECK ((kind = 'TOP_UP') = (message_id IS NULL)),
    ADD CONSTRAINT paid_by_reference CHECK ((kind = 'TOP_UP') = (reference IS NOT NULL));

CREATE INDEX sms_reservation_clinic ON sms_reservation (clinic_id);

CREATE FUNCTION only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is only ever added to' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON sms_credit_entry
    FOR EACH ROW EXECUTE FUNCTION only_added_to();

-- What was spent stays spent: a correction is a top-up.
CREATE FUNCTION never_unspent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.spent < OLD.spent THEN
        RAISE EXCEPTION 'what was spent stays spent' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER never_unspent BEFORE UPDATE OF spent OR DELETE ON sms_credit
    FOR EACH ROW EXECUTE FUNCTION never_unspent();

-- What is reserved is the sum of what is held for messages: a reservation can neither be forgotten nor
-- given back twice. Looked at when a statement ends; whoever moves credit holds the clinic's row.
CREATE FUNCTION reserved_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    clinic text := CASE WHEN TG_OP = 'DELETE' THEN OLD.clinic_id ELSE NEW.clinic_id END;
BEGIN
    IF (SELECT c.reserved FROM sms_credit c WHERE c.clinic_id = clinic) <>
       (SELECT coalesce(sum(r.segments), 0) FROM sms_reservation r WHERE r.clinic_id = clinic) THEN
        RAISE EXCEPTION 'reserved is not what is held' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER reserved_is_held AFTER INSERT OR UPDATE OR DELETE ON sms_reservation
    FOR EACH ROW EXECUTE FUNCTION reserved_is_held();
CREATE TRIGGER reserved_is_held AFTER UPDATE OF reserved ON sms_credit
    FOR EACH ROW EXECUTE FUNCTION reserved_is_held();

-- What goes by age. Each statement finds the oldest rows by an index and leaves alone what somebody holds.

-- name: is-final
-- As the indexes message_record_age, message_text_age and message_age say it.
(state NOT IN ('WAITING', 'SENDING', 'IN_DOUBT'))

-- name: with-record
(record_value IS NOT NULL AND {is-final})

-- name: record
-- As JSON, not jsonb: that takes no U+0000.
convert_from(record_value, 'UTF8')::json

-- name: patient-of-record
{record} #>> '{recipient,patientId}'

-- name: clinic-name-of-record
{record} #>> '{clinic,name}'

-- name: clinic-phone-of-record
{record} #>> '{clinic,phone}'

-- name: zone-of-record
{record} #>> '{clinic,zone}'

-- name: language-of-record
{record} #>> '{recipient,language}'

-- name: record-bytes
-- What WhatsApp took may still go another way until it is worthless, so such a record stays till then. Of the record stays what an
-- answer to this message needs: the clinic, as it was, and the language.
WITH old AS MATERIALIZED (
    SELECT ctid FROM message WHERE changed_at < :before AND {with-record} AND (state <> 'ACCEPTED' OR send_before < :before)
    ORDER BY changed_at LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message SET record_value = NULL, patient_id = coalesce(patient_id, {patient-of-record}), clinic_name = {clinic-name-of-record},
    clinic_phone = {clinic-phone-of-record}, zone = {zone-of-record}, language = {language-of-record}
FROM old WHERE message.ctid = old.ctid

-- name: oldest-record-bytes
SELECT min(changed_at) AS oldest FROM message WHERE {with-record}

-- name: with-text
((phone IS NOT NULL OR whatsapp_text IS NOT NULL OR record_value IS NOT NULL) AND {is-final})

-- name: texts
-- A gateway's id of a message, and of a chat, has the number in it.
WITH old AS MATERIALIZED (
    SELECT ctid FROM message WHERE changed_at < :before AND {with-text}
    ORDER BY changed_at LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message SET phone = NULL, phone_digest = NULL, whatsapp_text = NULL, chat_id = NULL, client_message_id = NULL, gateway_message_id = NULL,
    record_value = NULL, clinic_name = NULL, clinic_phone = NULL, zone = NULL, language = NULL
FROM old WHERE message.ctid = old.ctid

-- name: oldest-text
SELECT min(changed_at) AS oldest FROM message WHERE {with-text}

-- name: messages
WITH old AS MATERIALIZED (
    SELECT ctid FROM message WHERE changed_at < :before AND {is-final}
    ORDER BY changed_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM message USING old WHERE message.ctid = old.ctid

-- name: oldest-message
SELECT min(changed_at) AS oldest FROM message WHERE {is-final}

-- name: webhooks
-- The newest of each kind stays: it says when a gateway last told anything of it.
WITH old AS MATERIALIZED (
    SELECT ctid FROM webhook_event WHERE received_at < :before
      AND (kind IS NULL OR received_at < (
          SELECT max(newer.received_at) FROM webhook_event AS newer WHERE newer.line = webhook_event.line AND newer.kind = webhook_event.kind))
    ORDER BY received_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM webhook_event USING old WHERE webhook_event.ctid = old.ctid

-- name: oldest-webhook
SELECT min(received_at) AS oldest FROM webhook_event

-- name: inbound
WITH old AS MATERIALIZED (
    SELECT ctid FROM inbound WHERE received_at < :before AND effect IS NOT NULL
    ORDER BY received_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM inbound USING old WHERE inbound.ctid = old.ctid

-- name: oldest-inbound
SELECT min(received_at) AS oldest FROM inbound

-- name: replies
WITH old AS MATERIALIZED (
    SELECT ctid FROM reply WHERE created_at < :before ORDER BY created_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM reply USING old WHERE reply.ctid = old.ctid

-- name: oldest-reply
SELECT min(created_at) AS oldest FROM reply

-- name: task-ids
WITH old AS MATERIALIZED (
    SELECT ctid FROM task WHERE raised_at < :before ORDER BY raised_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM task USING old WHERE task.ctid = old.ctid

-- name: oldest-task-id
SELECT min(raised_at) AS oldest FROM task

-- name: receipts
WITH old AS MATERIALIZED (
    SELECT ctid FROM receipt WHERE received_at < :before ORDER BY received_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM receipt USING old WHERE receipt.ctid = old.ctid

-- name: oldest-receipt
SELECT min(received_at) AS oldest FROM receipt

-- name: canaries
-- The newest confirmed one says from where on messages are unconfirmed.
WITH old AS MATERIALIZED (
    SELECT ctid FROM canary WHERE sent_at < :before
      AND claim_no < (SELECT max(claim_no) FROM canary AS newer WHERE newer.line = canary.line AND newer.confirmed_at IS NOT NULL)
    ORDER BY sent_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM canary USING old WHERE canary.ctid = old.ctid

-- name: oldest-canary
SELECT min(sent_at) AS oldest FROM canary

-- name: turns
WITH old AS MATERIALIZED (
    SELECT ctid FROM clinic_turn WHERE deadline < :before ORDER BY deadline LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM clinic_turn USING old WHERE clinic_turn.ctid = old.ctid

-- name: oldest-turn
SELECT min(deadline) AS oldest FROM clinic_turn

-- name: withdrawals
WITH old AS MATERIALIZED (
    SELECT ctid FROM withdrawal WHERE received_at < :before ORDER BY received_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM withdrawal USING old WHERE withdrawal.ctid = old.ctid

-- name: oldest-withdrawal
SELECT min(received_at) AS oldest FROM withdrawal

-- name: checked-numbers
-- Whoever is written to again is checked again.
WITH old AS MATERIALIZED (
    SELECT ctid FROM contact WHERE checked_at < :before ORDER BY checked_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM contact USING old WHERE contact.ctid = old.ctid

-- name: oldest-checked-number
SELECT min(checked_at) AS oldest FROM contact

-- name: hidden-numbers
WITH old AS MATERIALIZED (
    SELECT ctid FROM lid WHERE learned_at < :before ORDER BY learned_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM lid USING old WHERE lid.ctid = old.ctid

-- name: oldest-hidden-number
SELECT min(learned_at) AS oldest FROM lid

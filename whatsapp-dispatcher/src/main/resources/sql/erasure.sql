-- A patient's data goes; ids, states and times stay.

-- name: is-theirs
-- A message to the patient that was made before. One of a visit that was booked since is due after it was booked.
(message.clinic_id = :clinicId AND message.patient_id = :patientId AND message.due_at <= :erasedAt)

-- name: waiting
SELECT {messages/facts} FROM message WHERE {is-theirs} AND state = 'WAITING' ORDER BY reminder_id FOR UPDATE

-- name: mark-withdrawn
-- What is under way is let end. Once found unsent it goes no further.
UPDATE message SET withdrawn = true WHERE {is-theirs} AND state IN ('SENDING', 'IN_DOUBT') AND NOT withdrawn

-- name: phones
SELECT DISTINCT phone FROM message WHERE {is-theirs} AND phone IS NOT NULL

-- name: forget-messages
-- A gateway's id of a message, and of a chat, has the number in it.
UPDATE message SET phone = NULL, phone_digest = NULL, whatsapp_text = NULL, chat_id = NULL, client_message_id = NULL, gateway_message_id = NULL,
    record_value = NULL, clinic_name = NULL, clinic_phone = NULL, zone = NULL, language = NULL
WHERE {is-theirs} AND {retention/is-final} AND (phone IS NOT NULL OR whatsapp_text IS NOT NULL OR record_value IS NOT NULL)

-- name: forget-contacts
DELETE FROM contact WHERE phone = ANY (:phones::text[])

-- name: forget-hidden-numbers
DELETE FROM lid WHERE phone = ANY (:phones::text[])

-- name: forget-inbound
-- What nobody has looked at yet is looked at within a second, and goes with the next look.
DELETE FROM inbound WHERE phone = ANY (:phones::text[]) AND effect IS NOT NULL

-- name: forget-replies
DELETE FROM reply WHERE phone = ANY (:phones::text[]) AND state NOT IN ('WAITING', 'SENDING')

-- name: digest-messages
-- Other clinics' messages to the same number find its opt-out by the digest from now on.
UPDATE message SET phone_digest = n.key FROM unnest(:phones::text[], :keys::text[]) AS n (phone, key)
WHERE message.phone = n.phone AND message.phone_digest IS NULL

-- name: digest-replies
UPDATE reply SET phone_digest = n.key FROM unnest(:phones::text[], :keys::text[]) AS n (phone, key)
WHERE reply.phone = n.phone AND reply.phone_digest IS NULL

-- name: digest-opt-outs
INSERT INTO opt_out (line, phone, since)
SELECT line, n.key, since FROM opt_out JOIN unnest(:phones::text[], :keys::text[]) AS n (phone, key) USING (phone)
ON CONFLICT (line, phone) DO NOTHING

-- name: forget-opt-outs
DELETE FROM opt_out WHERE phone = ANY (:phones::text[])

-- name: digest-opt-ins
INSERT INTO opt_in (phone, clinic_id, since)
SELECT n.key, clinic_id, since FROM opt_in JOIN unnest(:phones::text[], :keys::text[]) AS n (phone, key) USING (phone)
ON CONFLICT (phone, clinic_id) DO NOTHING

-- name: forget-opt-ins
DELETE FROM opt_in WHERE phone = ANY (:phones::text[])

-- name: digest-changes
UPDATE opt_out_change SET phone = n.key FROM unnest(:phones::text[], :keys::text[]) AS n (phone, key)
WHERE opt_out_change.phone = n.phone

-- name: left
SELECT EXISTS (SELECT FROM message WHERE {is-theirs} AND (NOT {retention/is-final} OR phone IS NOT NULL OR record_value IS NOT NULL)) AS is_left

-- name: old-opt-outs
SELECT DISTINCT phone FROM (SELECT phone FROM opt_out WHERE since < :before AND phone LIKE '+%' ORDER BY since LIMIT 500) AS old

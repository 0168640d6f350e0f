-- All that stands of a patient: messages by the patient's id, the rest by the numbers that they went to.

-- name: is-theirs
message.clinic_id = :clinicId AND message.patient_id = :patientId

-- name: phones
(SELECT DISTINCT phone FROM message WHERE {is-theirs} AND phone IS NOT NULL)

-- name: keys
(SELECT DISTINCT phone_digest FROM message WHERE {is-theirs} AND phone_digest IS NOT NULL)

-- name: messages
SELECT (to_jsonb(message) - '{record_key,record_headers,record_value}'::text[]
    || jsonb_build_object('record', convert_from(record_value, 'UTF8')))::text AS columns
FROM message WHERE {is-theirs} ORDER BY due_at, reminder_id

-- name: contacts
SELECT to_jsonb(contact)::text AS columns FROM contact WHERE phone IN {phones}

-- name: hidden-numbers
SELECT to_jsonb(lid)::text AS columns FROM lid WHERE phone IN {phones}

-- name: inbound
SELECT (to_jsonb(inbound) - 'digest')::text AS columns FROM inbound WHERE phone IN {phones} ORDER BY id

-- name: replies
SELECT to_jsonb(reply)::text AS columns FROM reply WHERE phone IN {phones} ORDER BY id

-- name: opt-outs
SELECT to_jsonb(opt_out)::text AS columns FROM opt_outs_of(ARRAY{phones} || ARRAY{keys}) AS opt_out

-- All that stands of a patient.

-- name: messages
-- Bytes that nobody could read are shown with escapes.
SELECT (to_jsonb(m) - '{record_key,record_headers,record_value}'::text[] || jsonb_build_object('record', encode(m.record_value, 'escape')))::text
    AS columns
FROM message m WHERE m.clinic_id = :clinicId AND m.patient_id = :patientId ORDER BY m.received_at, m.id

-- name: opt-outs
SELECT to_jsonb(channel_opt_out)::text AS columns FROM channel_opt_out WHERE clinic_id = :clinicId AND patient_id = :patientId

-- A row that is there already was booked by somebody else in this moment: the caller counts, and starts again.
INSERT INTO appointment (appointment_id, clinic_id, version, plan_version, cancelled, starts_at, duration_minutes,
                         patient_id, first_name, phone, email, language, opted_out, agenda_key)
SELECT * FROM unnest(
    ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::boolean[], ?::timestamptz[], ?::integer[],
    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[])
ON CONFLICT (appointment_id) DO NOTHING

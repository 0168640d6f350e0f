-- The rows are locked: nobody else changed them meanwhile.
UPDATE appointment
SET version = n.version, plan_version = n.plan_version, cancelled = n.cancelled, starts_at = n.starts_at,
    duration_minutes = n.duration_minutes, patient_id = n.patient_id, first_name = n.first_name, phone = n.phone,
    email = n.email, language = n.language, opted_out = n.opted_out
FROM unnest(
    ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::boolean[], ?::timestamptz[], ?::integer[],
    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[])
    AS n (appointment_id, clinic_id, version, plan_version, cancelled, starts_at, duration_minutes,
          patient_id, first_name, phone, email, language, opted_out, agenda_key)
WHERE appointment.appointment_id = n.appointment_id

-- All that stands of a patient: requests whose clinic is not known yet.

-- name: waiting-requests
SELECT jsonb_build_object('waits_until', waits_until, 'record', convert_from(record_value, 'UTF8'))::text AS columns
FROM waiting_request
WHERE clinic_id = :clinicId AND convert_from(record_value, 'UTF8')::json #>> '{patient,patientId}' = :patientId

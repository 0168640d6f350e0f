-- name: visits
-- A correction is shown where it stands in the place of a reminder; then that one is not.
SELECT a.appointment_id, a.plan_version, a.starts_at, a.first_name, a.phone, a.opted_out, h.link_at, h.sent_at,
    (SELECT coalesce(
         string_agg(r.state, ',' ORDER BY r.due_at, r.reminder_id) FILTER (WHERE r.kind = 'reminder'),
         string_agg(r.state, ',')) FROM reminder r
     WHERE r.appointment_id = a.appointment_id AND r.appointment_version = a.plan_version
       AND r.state <> 'DROPPED' AND r.withdrawn_because IS DISTINCT FROM 'SAID_ALREADY') AS states
FROM appointment a
LEFT JOIN by_hand h ON h.appointment_id = a.appointment_id AND h.plan_version = a.plan_version

-- name: of-clinic
{visits}
WHERE a.clinic_id = :clinicId AND a.starts_at >= :from AND a.starts_at < :to AND NOT a.cancelled
ORDER BY a.starts_at, a.appointment_id LIMIT :most

-- name: one
{visits}
WHERE a.appointment_id = :appointmentId

-- name: state
-- Of the reminder r; of one that was skipped with the words that say why.
CASE WHEN r.state = 'SKIPPED' THEN (
    SELECT concat_ws(':', 'SKIPPED', coalesce(s.detail, ''), coalesce(s.cause, '')) FROM reminder_history s
    WHERE s.reminder_id = r.reminder_id AND s.what = 'SKIPPED'
    ORDER BY s.generation DESC, s.sequence DESC LIMIT 1) ELSE r.state END

-- name: visits
-- A correction is shown where it stands in the place of a reminder; then that one is not. Of a cancelled visit it matters whether its
-- patient was told so: by the message about this cancellation, or by an earlier one if nothing else was told since.
SELECT a.appointment_id, a.plan_version, a.starts_at, a.first_name, a.phone, a.opted_out, a.cancelled, h.link_at, h.sent_at,
    (SELECT r.state FROM reminder r
     WHERE r.clinic_id = a.clinic_id AND r.appointment_id = a.appointment_id AND r.kind = 'visit-cancelled'
       AND NOT EXISTS (
           SELECT FROM reminder l
           WHERE l.clinic_id = r.clinic_id AND l.appointment_id = r.appointment_id AND l.appointment_version > r.appointment_version
             AND l.kind <> 'visit-cancelled' AND l.state IN ('SENT', 'DELIVERED', 'READ', 'SENT_BY_HAND', 'DOUBT_CLOSED'))
     ORDER BY r.appointment_version DESC LIMIT 1) AS cancellation,
    EXISTS (SELECT FROM correction k WHERE k.clinic_id = a.clinic_id AND k.appointment_id = a.appointment_id) AS is_decided_later,
    (SELECT coalesce(
         string_agg({state}, ',' ORDER BY r.due_at, r.reminder_id) FILTER (WHERE r.kind = 'reminder'),
         string_agg({state}, ',')) FROM reminder r
     WHERE r.clinic_id = a.clinic_id AND r.appointment_id = a.appointment_id AND r.appointment_version = a.plan_version
       AND r.state <> 'DROPPED' AND r.withdrawn_because IS DISTINCT FROM 'SAID_ALREADY') AS states
FROM appointment a
LEFT JOIN by_hand h ON h.clinic_id = a.clinic_id AND h.appointment_id = a.appointment_id AND h.plan_version = a.plan_version

-- name: of-clinic
{visits}
WHERE a.clinic_id = :clinicId AND a.starts_at >= :from AND a.starts_at < :to AND a.first_name IS NOT NULL
ORDER BY a.starts_at, a.appointment_id LIMIT :most

-- name: one
{visits}
WHERE a.clinic_id = :clinicId AND a.appointment_id = :appointmentId

-- name: claim
-- The deletion of a queue row is the publication, and the same statement fetches what the event says: the clinic and the
-- patient as they are now. MATERIALIZED is a fence: without it the planner may run the LIMITed select twice and claim more
-- than it locks. Rows that another node holds are skipped. A clinic that switched reminders off meanwhile publishes none, and nothing is
-- published about a patient who was erased.
-- A reminder that was reported on went to Kafka before, in a transaction that did not commit: its word stays as reported. One that
-- was withdrawn is not published. What a message speaks of is its own start: a correction names the visit that will not be.
-- One of what was told by e-mail goes by e-mail.
WITH due AS MATERIALIZED (
    SELECT ctid FROM reminder_due
    WHERE due_at <= :now
    ORDER BY due_at
    LIMIT :most
    FOR UPDATE SKIP LOCKED),
claimed AS (
    DELETE FROM reminder_due USING due WHERE reminder_due.ctid = due.ctid
    RETURNING reminder_due.reminder_id)
UPDATE reminder r
SET published_at = CASE WHEN c.channel = 'NONE' OR a.erased_at IS NOT NULL OR r.withdrawn_at IS NOT NULL THEN r.published_at ELSE :now::timestamptz END,
    state = CASE WHEN r.generation > 0 OR r.withdrawn_at IS NOT NULL THEN r.state
                 WHEN c.channel = 'NONE' OR a.erased_at IS NOT NULL THEN 'DROPPED' ELSE 'QUEUED' END
FROM claimed, appointment a, clinic c
WHERE r.reminder_id = claimed.reminder_id
  AND a.clinic_id = r.clinic_id AND a.appointment_id = r.appointment_id
  AND c.clinic_id = r.clinic_id
RETURNING r.reminder_id, r.appointment_id, r.appointment_version, r.rule, r.kind, r.due_at, r.send_before,
    coalesce(r.starts_at, a.starts_at) AS starts_at, a.duration_minutes, a.patient_id, a.first_name, a.phone, a.email, a.language, a.opted_out,
    c.clinic_id, c.name AS clinic_name, c.phone AS clinic_phone, c.address AS clinic_address, c.zone,
    c.language AS clinic_language,
    CASE WHEN a.erased_at IS NOT NULL THEN 'NONE' WHEN r.by_email AND a.email IS NOT NULL AND c.channel <> 'NONE' THEN 'EMAIL' ELSE c.channel END AS channel, r.withdrawn_at IS NOT NULL AS is_withdrawn, c.fallback, c.fallback_after, c.quiet_from, c.quiet_to, c.sms_accents

-- name: oldest
SELECT min(due_at) AS oldest FROM reminder_due

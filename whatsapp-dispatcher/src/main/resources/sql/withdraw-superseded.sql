-- A later version of the same appointment is known, whichever came first: its reminders say the right hour, these do not.
-- Version 0 is a message about no visit, whatever its id looks like.
WITH newest AS MATERIALIZED (
    SELECT clinic_id, appointment_id, max(appointment_version) AS version
    FROM message WHERE appointment_id = ANY (:appointmentIds::text[])
    GROUP BY clinic_id, appointment_id)
UPDATE message AS m
SET withdrawn = true,
    state = CASE WHEN m.state = 'WAITING' THEN 'WITHDRAWN' ELSE m.state END,
    changed_at = CASE WHEN m.state = 'WAITING' THEN :now ELSE m.changed_at END,
    cause = CASE WHEN m.state = 'WAITING' THEN NULL ELSE m.cause END,
    detail = CASE WHEN m.state = 'WAITING' THEN 'superseded' ELSE m.detail END,
    sequence = m.sequence + CASE WHEN m.state = 'WAITING' THEN 1 ELSE 0 END
FROM newest
WHERE m.clinic_id = newest.clinic_id AND m.appointment_id = newest.appointment_id
  AND m.appointment_version BETWEEN 1 AND newest.version - 1
  AND m.state IN ('WAITING', 'SENDING', 'IN_DOUBT') AND NOT m.withdrawn
RETURNING {transition}

-- name: unqueue
-- Before the facts: the publisher locks in this order too.
DELETE FROM reminder_due USING reminder
WHERE reminder_due.reminder_id = reminder.reminder_id
  AND (reminder.clinic_id, reminder.appointment_id) IN {appointments/asked}

-- name: withdraw
-- Every reminder of the visit is withdrawn, published or not. Its word changes only while nothing may have left:
-- what is being sent, or was sent, stays what it is.
UPDATE reminder
SET withdrawn_at = :now, withdrawn_because = :reason,
    state = CASE WHEN state IN ('SCHEDULED', 'QUEUED', 'RETRYING', 'FALLBACK') THEN 'CANCELLED' ELSE state END
WHERE (clinic_id, appointment_id) IN {appointments/asked} AND withdrawn_at IS NULL
RETURNING reminder_id, appointment_id, appointment_version, clinic_id

-- name: open-for-a-person
-- Nothing is known to have left, or it was withdrawn with its version and did not go out.
(withdrawn_at IS NULL
   AND state IN ('SCHEDULED', 'QUEUED', 'RETRYING', 'SENDING', 'IN_DOUBT', 'FALLBACK', 'NOT_DELIVERED')
 OR withdrawn_because IN ('MOVED', 'CANCELLED')
   AND state NOT IN ('SENT', 'DELIVERED', 'READ', 'DOUBT_CLOSED', 'DROPPED'))

-- name: close-by-hand
-- The next reminder of this version of a visit that nothing is known to have left of: it is done. A correction is no reminder and goes
-- its way. What is being sent stays what it is. A version that is over has its reminders withdrawn already, and was told of all the
-- same. The states are asked for again outside, on the row as it is when it is ours: a report may have come in while we waited for it.
UPDATE reminder
SET withdrawn_at = :now, withdrawn_because = 'SENT_BY_HAND', withdrawn_by = :by,
    state = CASE WHEN state IN ('SENDING', 'IN_DOUBT') THEN state ELSE 'SENT_BY_HAND' END
WHERE reminder_id = (
    SELECT reminder_id FROM reminder
    WHERE clinic_id = :clinicId AND appointment_id = :appointmentId AND appointment_version = :version AND kind = 'reminder'
      AND {open-for-a-person}
    ORDER BY due_at, reminder_id LIMIT 1)
  AND {open-for-a-person}
RETURNING reminder_id, appointment_id, appointment_version, clinic_id, state

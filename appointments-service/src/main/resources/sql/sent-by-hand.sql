-- The next reminder of this version of a visit that nothing is known to have left of: it is done. A correction is no reminder and goes
-- its way. What is being sent stays what it is. A version that is over has its reminders withdrawn already, and was told of all the
-- same. The states are asked for again outside, on the row as it is when it is ours: a report may have come in while we waited for it.
UPDATE reminder
SET withdrawn_at = ?, withdrawn_because = 'SENT_BY_HAND', withdrawn_by = ?,
    state = CASE WHEN state IN ('SENDING', 'IN_DOUBT') THEN state ELSE 'SENT_BY_HAND' END
WHERE reminder_id = (
    SELECT reminder_id FROM reminder
    WHERE appointment_id = ? AND appointment_version = ? AND kind = 'reminder'
      AND (withdrawn_at IS NULL
             AND state IN ('SCHEDULED', 'QUEUED', 'RETRYING', 'SENDING', 'IN_DOUBT', 'FALLBACK', 'NOT_DELIVERED')
           OR withdrawn_because IN ('MOVED', 'CANCELLED')
             AND state NOT IN ('SENT', 'DELIVERED', 'READ', 'DOUBT_CLOSED', 'DROPPED'))
    ORDER BY due_at, reminder_id LIMIT 1)
  AND (withdrawn_at IS NULL
         AND state IN ('SCHEDULED', 'QUEUED', 'RETRYING', 'SENDING', 'IN_DOUBT', 'FALLBACK', 'NOT_DELIVERED')
       OR withdrawn_because IN ('MOVED', 'CANCELLED')
         AND state NOT IN ('SENT', 'DELIVERED', 'READ', 'DOUBT_CLOSED', 'DROPPED'))
RETURNING reminder_id, appointment_id, appointment_version, clinic_id, state

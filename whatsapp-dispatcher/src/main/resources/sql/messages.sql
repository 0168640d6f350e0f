-- name: transition
m.reminder_id, m.generation, m.state, m.changed_at, m.cause, m.detail, m.possible_duplicate, m.sequence, m.attempts,
m.appointment_id, m.appointment_version, m.clinic_id

-- name: opted-out
EXISTS (SELECT FROM opt_out WHERE opt_out.line = m.line AND opt_out.phone = m.phone)

-- name: settled-by
m.reminder_id = :reminderId AND m.generation = :generation AND m.lease_epoch = :epoch AND m.state IN ('SENDING', 'IN_DOUBT')

-- name: record-of
SELECT reminder_id, record_topic, record_partition, record_offset, record_key, record_headers, record_value
FROM message WHERE reminder_id = ANY (:reminderIds::uuid[])

-- name: count-open
-- Only states that a message leaves again: their rows are few, whatever the history.
SELECT state, count(*) AS messages FROM message WHERE state IN ('WAITING', 'SENDING', 'IN_DOUBT') GROUP BY state

-- name: suppress
-- In the transaction that commits the opt-out: a claim that holds one of these comes first, any other finds it gone.
UPDATE message AS m
SET state = 'SUPPRESSED', changed_at = :now, cause = NULL, detail = 'opted-out', sequence = m.sequence + 1
FROM (SELECT DISTINCT line, phone FROM unnest(:lines::text[], :phones::text[]) AS o (line, phone)) AS gone
WHERE m.phone = gone.phone AND m.line = gone.line AND m.state = 'WAITING'
RETURNING {transition}

-- name: not-opted-out
NOT EXISTS (SELECT FROM opt_out WHERE opt_out.line = message.line AND opt_out.phone = message.phone)

-- name: quiet-until
quiet_until(:now::timestamptz, message.zone, message.quiet_from, message.quiet_to)

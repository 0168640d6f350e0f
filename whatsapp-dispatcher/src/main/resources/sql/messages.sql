-- name: transition
m.reminder_id, m.generation, m.state, m.changed_at, m.cause, m.detail, m.possible_duplicate, m.sequence, m.attempts,
m.appointment_id, m.appointment_version, m.clinic_id

-- name: record-of
SELECT reminder_id, line, record_topic, record_partition, record_offset, record_key, record_headers, record_value
FROM message WHERE reminder_id = ANY (:reminderIds::uuid[])

-- name: count-open
-- Only states that a message leaves again: their rows are few, whatever the history.
SELECT state, count(*) AS messages FROM message WHERE state IN ('WAITING', 'SENDING', 'IN_DOUBT') GROUP BY state

-- name: opted-out
-- By number or by digest. Its number wants to hear nothing more over its line, and did not ask its clinic to write again.
(EXISTS (SELECT FROM opt_out WHERE opt_out.line = message.line AND opt_out.phone IN (message.phone, message.phone_digest))
    AND NOT EXISTS (SELECT FROM opt_in WHERE opt_in.phone IN (message.phone, message.phone_digest) AND opt_in.clinic_id = message.clinic_id))

-- name: has-tombstone
-- It was withdrawn, before or after it came.
EXISTS (SELECT FROM withdrawal AS tombstone WHERE tombstone.reminder_id = message.reminder_id)

-- name: is-quiet
-- QuietHours told the times when the message was stored: no statement needs a calendar.
(message.quiet_times @> :now::timestamptz)

-- name: quiet-until
-- When the quiet time ends that the message is in, if it is in one.
(SELECT upper(quiet) FROM unnest(message.quiet_times) AS quiet WHERE quiet @> :now::timestamptz)

-- name: moved
state = :to, changed_at = :now, sequence = m.sequence + 1

-- name: legally
-- The table of legal transitions decides: LegalTransitions gives its pairs.
m.state || '>' || :to::text = ANY (:legal::text[])

-- name: under-way
-- Claimed, and not settled by anybody since.
SELECT {facts} FROM message
WHERE reminder_id = :reminderId AND generation = :generation AND lease_epoch = :epoch AND state IN ('SENDING', 'IN_DOUBT')
FOR UPDATE

-- name: waiting
SELECT {facts} FROM message
WHERE reminder_id = :reminderId AND generation = :generation AND state = 'WAITING'
FOR UPDATE

-- name: waiting-for
-- In the transaction that commits the opt-outs: a claim that holds one of these comes first, any other finds it gone.
SELECT {facts} FROM message
WHERE state = 'WAITING'
  AND (line, phone) IN (SELECT gone.line, gone.phone FROM unnest(:lines::text[], :phones::text[]) AS gone (line, phone))
  AND phone = ANY (:phones::text[])
ORDER BY reminder_id
FOR UPDATE

-- name: facts
message.reminder_id, message.generation, message.lease_epoch, message.state, message.cause, message.fallback,
    message.fallback_reaches, message.send_before,
    message.withdrawn OR {has-tombstone} AS withdrawn, {opted-out} AS opted_out

-- name: move
-- What was decided about each, done only while the message is as it was read, and only where the table allows it.
WITH asked AS (
    SELECT * FROM unnest(
        :reminderIds::uuid[], :generations::int[], :epochs::int[], :states::text[], :nexts::text[], :causes::text[], :details::text[],
        :possibleDuplicates::boolean[], :notBefores::timestamptz[], :uncounteds::int[])
        AS a (reminder_id, generation, lease_epoch, state, next, cause, detail, possible_duplicate, not_before, uncounted))
UPDATE message AS m
SET state = asked.next, changed_at = :now, sequence = m.sequence + 1, cause = asked.cause, detail = asked.detail,
    possible_duplicate = m.possible_duplicate OR asked.possible_duplicate, withdrawn = m.withdrawn OR asked.next = 'WITHDRAWN',
    not_before = coalesce(asked.not_before, m.not_before), attempts = m.attempts - asked.uncounted, lease_until = NULL
FROM asked
WHERE m.reminder_id = asked.reminder_id AND m.generation = asked.generation AND m.lease_epoch = asked.lease_epoch
  AND m.state = asked.state AND m.state || '>' || asked.next = ANY (:legal::text[])
RETURNING {transition}

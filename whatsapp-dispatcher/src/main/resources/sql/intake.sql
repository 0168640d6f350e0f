-- name: store
-- New messages, and dead ones that a person sent again: only a newer generation reopens, only a dead message is reopened,
-- so that a redelivery is a no-op and two replays at once are one.
INSERT INTO message AS m (
    reminder_id, generation, state, changed_at, cause, detail, sequence, line, appointment_id, appointment_version, clinic_id,
    phone, whatsapp_text, quiet_times, due_at, send_before, fallback, fallback_after,
    record_topic, record_partition, record_offset, record_key, record_headers, record_value, turn)
SELECT a.reminder_id, a.generation, a.state, :now, a.cause, a.detail,
       1, a.line, a.appointment_id, a.appointment_version, a.clinic_id,
       a.phone, a.whatsapp_text, a.quiet_times::tstzmultirange, a.due_at, a.send_before, a.fallback,
       make_interval(secs => a.fallback_after),
       :topic, a.record_partition, a.record_offset, a.record_key, a.record_headers, a.record_value, a.turn
FROM unnest(
    :reminderIds::uuid[], :generations::int[], :states::text[], :causes::text[], :details::text[], :lines::text[],
    :appointmentIds::text[], :appointmentVersions::bigint[], :clinicIds::text[], :phones::text[], :texts::text[],
    :quietTimes::text[], :dueAts::timestamptz[], :sendBefores::timestamptz[],
    :fallbacks::text[], :fallbackAfters::bigint[],
    :partitions::int[], :offsets::bigint[], :keys::bytea[], :headers::bytea[], :values::bytea[], :turns::bigint[])
    AS a (reminder_id, generation, state, cause, detail, line, appointment_id, appointment_version, clinic_id, phone,
          whatsapp_text, quiet_times, due_at, send_before, fallback, fallback_after,
          record_partition, record_offset, record_key, record_headers, record_value, turn)
WHERE '>' || a.state = ANY (:legal::text[])
ORDER BY a.reminder_id -- two pods that store the same messages lock them in the same order
ON CONFLICT (reminder_id) DO UPDATE SET
    generation = excluded.generation, state = excluded.state, changed_at = excluded.changed_at, cause = excluded.cause,
    detail = excluded.detail, sequence = 1, line = excluded.line, appointment_version = excluded.appointment_version,
    phone = excluded.phone, whatsapp_text = excluded.whatsapp_text, quiet_times = excluded.quiet_times,
    due_at = excluded.due_at, send_before = excluded.send_before, fallback = excluded.fallback,
    fallback_after = excluded.fallback_after, not_before = 'epoch', held_until = 'epoch', attempts = 0,
    prepare_lease = 'epoch', chat_id = NULL, client_message_id = NULL, gateway_message_id = NULL, lease_until = NULL,
    claim_no = NULL, confirmed_at = NULL, late_receipt = NULL,
    lease_epoch = m.lease_epoch + 1, sending_since = NULL, doubt_since = NULL, next_look_at = NULL,
    record_topic = excluded.record_topic, record_partition = excluded.record_partition,
    record_offset = excluded.record_offset, record_key = excluded.record_key,
    record_headers = excluded.record_headers, record_value = excluded.record_value, turn = excluded.turn
WHERE m.generation < excluded.generation AND m.state = 'DEAD' AND m.state || '>' || excluded.state = ANY (:legal::text[])
RETURNING {messages/transition}

-- name: take-turns
-- Start-time fair queueing: a clinic's next message comes after its last one, but not before those that are being served now.
WITH arrivals AS (
    SELECT line, date_bin('1 minute', send_before, TIMESTAMPTZ '2000-01-01 00:00:00+00') AS deadline, clinic_id, nth
    FROM unnest(:lines::text[], :sendBefores::timestamptz[], :clinicIds::text[])
        WITH ORDINALITY AS a (line, send_before, clinic_id, nth)),
served AS MATERIALIZED (
    SELECT line, deadline, coalesce((
        SELECT min(turn) - 1 FROM message
        WHERE message.line = queue.line AND message.deadline = queue.deadline AND state = 'WAITING'), 0) AS turn
    FROM (SELECT DISTINCT line, deadline FROM arrivals) AS queue),
taken AS (
    INSERT INTO clinic_turn AS t (line, deadline, clinic_id, taken, more)
    SELECT line, deadline, clinic_id, served.turn + count(*), count(*)
    FROM arrivals JOIN served USING (line, deadline)
    GROUP BY line, deadline, clinic_id, served.turn
    ORDER BY line, deadline, clinic_id -- two pods lock the same rows in the same order
    ON CONFLICT (line, deadline, clinic_id) DO UPDATE
        SET taken = greatest(t.taken + excluded.more, excluded.taken), more = excluded.more
    RETURNING line, deadline, clinic_id, taken - more AS before)
SELECT before + row_number() OVER (PARTITION BY line, deadline, clinic_id ORDER BY nth) AS turn
FROM arrivals JOIN taken USING (line, deadline, clinic_id)
ORDER BY nth

-- name: store-withdrawals
INSERT INTO withdrawal (reminder_id, reason, withdrawn_at, received_at)
SELECT DISTINCT ON (reminder_id) reminder_id, reason, withdrawn_at, :now
FROM unnest(:reminderIds::uuid[], :reasons::text[], :ats::timestamptz[]) AS w (reminder_id, reason, withdrawn_at)
ORDER BY reminder_id
ON CONFLICT (reminder_id) DO NOTHING

-- name: mark-withdrawn
-- What waits is withdrawn next. What may be under way is only marked: once found unsent it goes no further.
UPDATE message SET withdrawn = true
FROM withdrawal AS w
WHERE message.reminder_id = ANY (:reminderIds::uuid[]) AND w.reminder_id = message.reminder_id
  AND message.state IN ('WAITING', 'SENDING', 'IN_DOUBT') AND NOT message.withdrawn
RETURNING {messages/facts}, lower(w.reason) AS reason

-- name: mark-superseded
-- A later version of the same appointment is known, whichever came first: its reminders say the right hour, these do not.
-- Version 0 is a message about no visit, whatever its id looks like.
WITH newest AS MATERIALIZED (
    SELECT clinic_id, appointment_id, max(appointment_version) AS version
    FROM message WHERE appointment_id = ANY (:appointmentIds::text[])
    GROUP BY clinic_id, appointment_id)
UPDATE message SET withdrawn = true
FROM newest
WHERE message.clinic_id = newest.clinic_id AND message.appointment_id = newest.appointment_id
  AND message.appointment_version BETWEEN 1 AND newest.version - 1
  AND message.state IN ('WAITING', 'SENDING', 'IN_DOUBT') AND NOT message.withdrawn
RETURNING {messages/facts}, 'superseded' AS reason

-- name: refusals
-- Which of these were withdrawn or opted out of before they came.
SELECT a.reminder_id, (SELECT lower(reason) FROM withdrawal WHERE withdrawal.reminder_id = a.reminder_id) AS withdrawn,
    EXISTS (SELECT FROM opt_out WHERE opt_out.line = a.line AND opt_out.phone = a.phone) AS opted_out
FROM unnest(:reminderIds::uuid[], :lines::text[], :phones::text[]) AS a (reminder_id, line, phone)

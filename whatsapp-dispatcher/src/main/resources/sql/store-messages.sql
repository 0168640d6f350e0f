-- New messages, and dead ones that a person sent again: only a newer generation reopens, only a dead message is reopened,
-- so that a redelivery is a no-op and two replays at once are one.
INSERT INTO message AS m (
    reminder_id, generation, state, changed_at, cause, detail, sequence, line, appointment_id, appointment_version, clinic_id,
    phone, whatsapp_text, zone, quiet_from, quiet_to, due_at, send_before, fallback, fallback_after,
    record_topic, record_partition, record_offset, record_key, record_headers, record_value, turn)
SELECT a.reminder_id, a.generation,
       CASE WHEN w.reminder_id IS NOT NULL THEN 'WITHDRAWN' WHEN o.phone IS NOT NULL THEN 'SUPPRESSED' ELSE a.state END,
       :now,
       CASE WHEN w.reminder_id IS NULL AND o.phone IS NULL THEN a.cause END,
       CASE WHEN w.reminder_id IS NOT NULL THEN lower(w.reason) WHEN o.phone IS NOT NULL THEN 'opted-out' ELSE a.detail END,
       1, a.line, a.appointment_id, a.appointment_version, a.clinic_id,
       a.phone, a.whatsapp_text, a.zone, a.quiet_from, a.quiet_to, a.due_at, a.send_before, a.fallback,
       make_interval(secs => a.fallback_after),
       :topic, a.record_partition, a.record_offset, a.record_key, a.record_headers, a.record_value, a.turn
FROM unnest(
    :reminderIds::uuid[], :generations::int[], :states::text[], :causes::text[], :details::text[], :lines::text[],
    :appointmentIds::text[], :appointmentVersions::bigint[], :clinicIds::text[], :phones::text[], :texts::text[],
    :zones::text[], :quietFroms::time[], :quietTos::time[], :dueAts::timestamptz[], :sendBefores::timestamptz[],
    :fallbacks::text[], :fallbackAfters::bigint[],
    :partitions::int[], :offsets::bigint[], :keys::bytea[], :headers::bytea[], :values::bytea[], :turns::bigint[])
    AS a (reminder_id, generation, state, cause, detail, line, appointment_id, appointment_version, clinic_id, phone,
          whatsapp_text, zone, quiet_from, quiet_to, due_at, send_before, fallback, fallback_after,
          record_partition, record_offset, record_key, record_headers, record_value, turn)
LEFT JOIN withdrawal AS w ON w.reminder_id = a.reminder_id
LEFT JOIN opt_out AS o ON o.line = a.line AND o.phone = a.phone
ORDER BY a.reminder_id -- two pods that store the same messages lock them in the same order
ON CONFLICT (reminder_id) DO UPDATE SET
    generation = excluded.generation, state = excluded.state, changed_at = excluded.changed_at, cause = excluded.cause,
    detail = excluded.detail, sequence = 1, line = excluded.line, appointment_version = excluded.appointment_version,
    phone = excluded.phone, whatsapp_text = excluded.whatsapp_text, zone = excluded.zone, quiet_from = excluded.quiet_from,
    quiet_to = excluded.quiet_to, due_at = excluded.due_at, send_before = excluded.send_before, fallback = excluded.fallback,
    fallback_after = excluded.fallback_after, not_before = 'epoch', held_until = 'epoch', attempts = 0,
    prepare_lease = 'epoch', chat_id = NULL, client_message_id = NULL, gateway_message_id = NULL, lease_until = NULL,
    claim_no = NULL, confirmed_at = NULL, late_receipt = NULL,
    lease_epoch = m.lease_epoch + 1, sending_since = NULL, doubt_since = NULL, next_look_at = NULL,
    record_topic = excluded.record_topic, record_partition = excluded.record_partition,
    record_offset = excluded.record_offset, record_key = excluded.record_key,
    record_headers = excluded.record_headers, record_value = excluded.record_value, turn = excluded.turn
WHERE m.generation < excluded.generation AND m.state = 'DEAD'
RETURNING {transition}

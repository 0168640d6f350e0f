-- Idempotent by id; an older generation of a delivery than one that is here already is a no-op too.
INSERT INTO message (
    id, record_topic, record_partition, record_offset, record_key, record_headers, record_value,
    reminder_id, appointment_id, appointment_version, clinic_id, generation, send_before,
    died_of, field, died_at, state, channel, cause, next_at, possible_duplicate,
    sequence, received_at, updated_at)
SELECT
    id, record_topic, record_partition, record_offset, record_key, record_headers, record_value,
    reminder_id, appointment_id, appointment_version, clinic_id, generation, send_before,
    died_of, field, died_at, state, channel, cause, next_at, possible_duplicate,
    :sequence::int, :now::timestamptz, :now::timestamptz
FROM unnest(
    :ids, :topics, :partitions, :offsets, :keys, :headers, :values,
    :reminders, :appointments, :versions, :clinics, :generations, :sendBefores,
    :diedOf, :fields, :diedAt, :states, :channels, :causes, :nextAts, :doubles)
    AS arrived (
    id, record_topic, record_partition, record_offset, record_key, record_headers, record_value,
    reminder_id, appointment_id, appointment_version, clinic_id, generation, send_before,
    died_of, field, died_at, state, channel, cause, next_at, possible_duplicate)
WHERE NOT EXISTS (
    SELECT FROM message newer
    WHERE newer.reminder_id = arrived.reminder_id
      AND newer.record_topic = arrived.record_topic
      AND newer.record_topic = ANY (:deliveries)
      AND newer.generation > arrived.generation)
ON CONFLICT (id) DO NOTHING
RETURNING id

-- One compare-and-set for all of them: whoever comes second finds none.
UPDATE message SET state = :to::text, epoch = nextval('message_epoch'), sequence = sequence + 1,
    updated_at = :now::timestamptz
WHERE id = ANY (:ids) AND state = 'NEEDS_ATTENTION'
RETURNING id, record_topic, reminder_id, appointment_id, appointment_version, clinic_id, generation, sequence,
    attempts, possible_duplicate

-- A dead letter stands for these now. One that a later generation has overtaken stays as it is.
INSERT INTO requested_message AS known (reminder_id, generation, given_up, content_hash, forget_after)
SELECT DISTINCT ON (reminder_id) reminder_id, generation, true, content_hash, forget_after
FROM unnest(:reminderIds::uuid[], :generations::int[], :hashes::bytea[], :forgetAfters::timestamptz[])
    AS asked (reminder_id, generation, content_hash, forget_after)
ORDER BY reminder_id, generation DESC
ON CONFLICT (reminder_id) DO UPDATE SET given_up = true, generation = excluded.generation
WHERE known.generation <= excluded.generation

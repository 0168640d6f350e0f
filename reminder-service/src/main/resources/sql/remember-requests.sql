-- Whoever sees a generation of a request first decides what it says and which way it goes. What was given up begins again, with whatever
-- it says now; a person's replay is a later generation of the same. Anything else leaves what is there.
INSERT INTO requested_message AS known (reminder_id, generation, given_up, content_hash, profile, forget_after)
SELECT DISTINCT ON (reminder_id) reminder_id, generation, false, content_hash, profile, forget_after
FROM unnest(:reminderIds::uuid[], :generations::int[], :hashes::bytea[], :profiles::bytea[], :forgetAfters::timestamptz[])
    WITH ORDINALITY AS asked (reminder_id, generation, content_hash, profile, forget_after, place)
ORDER BY reminder_id, place -- two nodes that remember the same requests lock them in the same order
ON CONFLICT (reminder_id) DO UPDATE SET
    generation = greatest(excluded.generation, known.generation + CASE WHEN known.given_up THEN 1 ELSE 0 END),
    given_up = false, content_hash = excluded.content_hash, profile = excluded.profile, forget_after = excluded.forget_after
WHERE known.given_up OR (known.generation < excluded.generation AND known.content_hash = excluded.content_hash)

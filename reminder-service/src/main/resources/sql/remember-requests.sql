-- Whoever sees a request first decides what it says and which way it goes.
INSERT INTO requested_message (reminder_id, content_hash, profile, forget_after)
SELECT * FROM unnest(:reminderIds::uuid[], :hashes::bytea[], :profiles::bytea[], :forgetAfters::timestamptz[])
    AS asked (reminder_id, content_hash, profile, forget_after)
ORDER BY reminder_id -- two nodes that remember the same requests lock them in the same order
ON CONFLICT DO NOTHING

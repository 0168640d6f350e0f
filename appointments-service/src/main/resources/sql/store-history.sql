-- Each transition once, whatever order it comes in. A report about a message that is no reminder of ours is left out.
INSERT INTO reminder_history (reminder_id, generation, sequence, at, what, channel, attempts, cause, detail,
                              possible_duplicate, segments)
SELECT n.* FROM unnest(
    ?::uuid[], ?::integer[], ?::integer[], ?::timestamptz[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[],
    ?::boolean[], ?::integer[])
    AS n (reminder_id, generation, sequence, at, what, channel, attempts, cause, detail, possible_duplicate, segments)
JOIN reminder USING (reminder_id)
ORDER BY n.reminder_id, n.generation, n.sequence
ON CONFLICT DO NOTHING
RETURNING reminder_id

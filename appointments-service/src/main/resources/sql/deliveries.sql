-- name: history
-- Each transition once, whatever order it comes in. A report about a message that is no reminder of ours is left out.
INSERT INTO reminder_history (reminder_id, generation, sequence, at, what, channel, attempts, cause, detail,
                              possible_duplicate, segments, clinic_id)
SELECT n.*, reminder.clinic_id FROM unnest(
    :reminderIds::uuid[], :generations::integer[], :sequences::integer[], :ats::timestamptz[], :whats::text[], :channels::text[], :attempts::integer[], :causes::text[], :details::text[],
    :possibleDuplicates::boolean[], :segments::integer[])
    AS n (reminder_id, generation, sequence, at, what, channel, attempts, cause, detail, possible_duplicate, segments)
JOIN reminder USING (reminder_id)
ORDER BY n.reminder_id, n.generation, n.sequence
ON CONFLICT DO NOTHING
RETURNING reminder_id

-- name: states
-- The highest (generation, sequence) of the batch counts, and only when it is higher than what is known: a late report
-- never overwrites a later one. A withdrawn reminder does not go back to a queue because an older report comes in late, and one
-- that was sent by hand is not called cancelled because the dispatchers, who do not send it any more, say so.
UPDATE reminder r
SET generation = n.generation, sequence = n.sequence, channel = coalesce(n.channel, r.channel),
    state = CASE WHEN r.withdrawn_at IS NULL OR n.what NOT IN ('QUEUED', 'RETRYING', 'FALLBACK', 'CANCELLED') THEN n.what
                 WHEN r.withdrawn_because = 'SENT_BY_HAND' THEN 'SENT_BY_HAND'
                 ELSE 'CANCELLED' END
FROM (
    SELECT DISTINCT ON (reminder_id) * FROM unnest(
        :reminderIds::uuid[], :generations::integer[], :sequences::integer[], :whats::text[], :channels::text[])
        AS u (reminder_id, generation, sequence, what, channel)
    ORDER BY reminder_id, generation DESC, sequence DESC) n
WHERE r.reminder_id = n.reminder_id
  AND (n.generation, n.sequence) > (r.generation, r.sequence)

-- name: flag-possible-duplicates
UPDATE reminder SET possible_duplicate = true WHERE reminder_id = ANY (:reminderIds::uuid[])

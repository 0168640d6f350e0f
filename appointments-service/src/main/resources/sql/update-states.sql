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
        ?::uuid[], ?::integer[], ?::integer[], ?::text[], ?::text[])
        AS u (reminder_id, generation, sequence, what, channel)
    ORDER BY reminder_id, generation DESC, sequence DESC) n
WHERE r.reminder_id = n.reminder_id
  AND (n.generation, n.sequence) > (r.generation, r.sequence)

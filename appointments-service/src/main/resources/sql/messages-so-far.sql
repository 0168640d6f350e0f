-- What may have been said of these visits, the oldest first. The reminder's own word hides what dispatchers said since it was
-- withdrawn, so their last word is asked for: the first column of the history's key finds it.
SELECT r.appointment_id, r.appointment_version, r.kind, r.starts_at, r.possible_duplicate,
    r.withdrawn_because = 'SENT_BY_HAND' IS TRUE AS by_hand,
    r.published_at IS NOT NULL OR r.generation > 0 AS published,
    (SELECT h.what FROM reminder_history h WHERE h.reminder_id = r.reminder_id
     ORDER BY h.generation DESC, h.sequence DESC LIMIT 1) AS reported
FROM reminder r
WHERE r.appointment_id = ANY (?::text[])
  AND (r.published_at IS NOT NULL OR r.generation > 0 OR r.withdrawn_because = 'SENT_BY_HAND')
ORDER BY r.appointment_version, r.due_at, r.reminder_id

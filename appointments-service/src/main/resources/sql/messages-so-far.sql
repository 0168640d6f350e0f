-- What may have been said of these visits, the oldest first, and what should have been: a reminder of an earlier version that fell due
-- after its visit changed was never sent. One that was planned at once repeats an earlier one. The reminder's own word hides what
-- dispatchers said since it was withdrawn, so their last word is asked for: the first column of the history's key finds it.
SELECT r.appointment_id, r.appointment_version, r.kind, r.starts_at, r.possible_duplicate,
    r.withdrawn_because = 'SENT_BY_HAND' IS TRUE AS by_hand,
    r.published_at IS NOT NULL OR r.generation > 0 AS published,
    (SELECT h.what FROM reminder_history h WHERE h.reminder_id = r.reminder_id
     ORDER BY h.generation DESC, h.sequence DESC LIMIT 1) AS reported
FROM reminder r JOIN appointment a USING (appointment_id)
WHERE r.appointment_id = ANY (?::text[])
  AND (r.published_at IS NOT NULL OR r.generation > 0 OR r.withdrawn_because = 'SENT_BY_HAND'
       OR r.appointment_version < a.plan_version AND r.kind = 'reminder' AND r.state <> 'DROPPED'
         AND r.withdrawn_because IN ('MOVED', 'CANCELLED') AND r.due_at > r.planned_at AND r.due_at <= ?)
ORDER BY r.appointment_version, r.due_at, r.reminder_id

-- Visits of which something may have been said before this change. A second change before the first was decided waits anew.
INSERT INTO correction (appointment_id, changed_at, look_at)
SELECT a.appointment_id, ?, ?
FROM appointment a JOIN clinic c USING (clinic_id)
WHERE a.appointment_id = ANY (?::text[])
  AND c.channel <> 'NONE' AND c.corrections IN ('ALL', CASE WHEN a.cancelled THEN 'CANCELLED' ELSE 'MOVED' END)
  AND EXISTS (
      SELECT FROM reminder r
      WHERE r.appointment_id = a.appointment_id AND r.appointment_version < a.plan_version
        AND (r.published_at IS NOT NULL OR r.generation > 0 OR r.withdrawn_because = 'SENT_BY_HAND'))
ORDER BY a.appointment_id
ON CONFLICT (appointment_id) DO UPDATE SET changed_at = excluded.changed_at, look_at = excluded.look_at

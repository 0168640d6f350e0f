-- The visit is held too: whoever would move it meanwhile waits, and its next change is looked at by itself. What somebody else
-- holds is skipped, so this never waits for anybody.
SELECT a.appointment_id, a.clinic_id, a.plan_version, a.cancelled, a.starts_at, k.changed_at,
    CASE WHEN c.channel = 'NONE' THEN 'NONE' ELSE c.corrections END AS corrections, c.zone, c.quiet_from, c.quiet_to,
    a.email IS NOT NULL AND a.opted_out NOT LIKE '%EMAIL%' AND (c.channel = 'EMAIL' OR c.fallback <> 'NONE') AS mails
FROM correction k
JOIN appointment a USING (appointment_id)
JOIN clinic c USING (clinic_id)
WHERE k.look_at <= ?
ORDER BY k.look_at
LIMIT ?
FOR UPDATE OF k, a SKIP LOCKED

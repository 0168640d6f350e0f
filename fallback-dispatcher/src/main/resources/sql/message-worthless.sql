SELECT m.*, w.reminder_id IS NOT NULL AS withdrawn
FROM message m LEFT JOIN withdrawal w ON w.reminder_id = m.reminder_id
WHERE m.state = 'RECEIVED' AND (m.send_before <= :now OR w.reminder_id IS NOT NULL)
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

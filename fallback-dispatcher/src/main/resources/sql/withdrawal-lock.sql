-- Waits for claims that hold these messages, and keeps others away until the tombstones are there.
SELECT id FROM message
WHERE reminder_id = ANY (:reminders) AND state = 'RECEIVED'
ORDER BY id
FOR UPDATE

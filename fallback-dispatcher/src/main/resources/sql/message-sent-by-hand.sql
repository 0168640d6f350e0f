-- What nobody need look at any more: the patient has it from the clinic's own phone. A moved or cancelled visit's stays in
-- sight, and so does a record that only speaks of a delivery.
SELECT m.*, true AS withdrawn
FROM withdrawal w JOIN message m ON m.reminder_id = w.reminder_id
WHERE w.reason = 'SENT_BY_HAND' AND m.state = 'NEEDS_ATTENTION' AND m.record_topic = ANY (:deliveries)
LIMIT :limit
FOR UPDATE OF m SKIP LOCKED

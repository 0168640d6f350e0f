-- The oldest that no other pod holds. Rows are deleted in the same transaction, never passed over by a high-water mark.
SELECT id, topic, key, headers, value FROM outbox ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED

-- The last message of each clinic to each of these numbers, and those that were quoted, however old.
(SELECT DISTINCT ON (line, phone, clinic_id) line, phone, reminder_id, accepted_at, record_headers, record_value
 FROM message WHERE phone = ANY (:phones::text[]) AND accepted_at > :since::timestamptz
 ORDER BY line, phone, clinic_id, accepted_at DESC)
UNION ALL
SELECT line, phone, reminder_id, accepted_at, record_headers, record_value
FROM message WHERE reminder_id = ANY (:quoted::uuid[])

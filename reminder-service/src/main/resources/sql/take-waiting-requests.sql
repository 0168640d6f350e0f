-- Those whose clinic has come to be known, and those that waited long enough. Rows that another node holds are skipped. They go with
-- the transaction in which the broker acknowledged what came of them.
DELETE FROM waiting_request USING (
    SELECT record_partition, record_offset FROM waiting_request w
    WHERE w.waits_until <= :now OR EXISTS (SELECT FROM clinic_profile p WHERE p.clinic_id = w.clinic_id)
    ORDER BY record_partition, record_offset
    LIMIT :most
    FOR UPDATE SKIP LOCKED) AS taken
WHERE waiting_request.record_partition = taken.record_partition AND waiting_request.record_offset = taken.record_offset
RETURNING waiting_request.record_partition, waiting_request.record_offset, record_key, record_headers, record_value

-- A record that is read again waits on as it did.
INSERT INTO waiting_request (record_partition, record_offset, clinic_id, record_key, record_headers, record_value, waits_until)
SELECT *, :waitsUntil FROM unnest(:partitions::int[], :offsets::bigint[], :clinicIds::text[], :keys::bytea[], :headers::bytea[], :values::bytea[])
    AS asked (record_partition, record_offset, clinic_id, record_key, record_headers, record_value)
ON CONFLICT DO NOTHING

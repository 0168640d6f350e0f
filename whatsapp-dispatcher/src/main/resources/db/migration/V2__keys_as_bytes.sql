-- Text in PostgreSQL cannot hold everything that a Kafka key can (U+0000), and a record must be kept as it came.
ALTER TABLE message ALTER COLUMN record_key TYPE bytea USING convert_to(record_key, 'UTF8');
ALTER TABLE outbox ALTER COLUMN key TYPE bytea USING convert_to(key, 'UTF8');

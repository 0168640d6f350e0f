-- Text in PostgreSQL cannot hold everything that a Kafka key can (U+0000), and a record must be kept as it came.
ALTER TABLE outbox ALTER COLUMN record_key TYPE bytea USING convert_to(record_key, 'UTF8');

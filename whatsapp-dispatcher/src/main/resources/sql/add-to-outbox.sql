INSERT INTO outbox (topic, key, headers, value)
SELECT * FROM unnest(:topics::text[], :keys::bytea[], :headers::bytea[], :values::bytea[])

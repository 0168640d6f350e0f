INSERT INTO outbox (topic, key, headers, value)
SELECT * FROM unnest(:topics::text[], :keys::text[], :headers::bytea[], :values::bytea[])

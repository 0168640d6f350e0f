INSERT INTO outbox (topic, record_key, record_headers, record_value)
SELECT topic, record_key, record_headers, record_value
FROM unnest(:topics, :keys, :headers, :values)
    WITH ORDINALITY AS added (topic, record_key, record_headers, record_value, position)
ORDER BY position

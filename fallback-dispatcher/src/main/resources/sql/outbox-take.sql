-- MATERIALIZED is a fence: the planner must not run the LIMITed select twice and take more than it
-- locks. The rows come back only if the broker did not acknowledge and the transaction rolls back.
WITH next AS MATERIALIZED (
    SELECT id FROM outbox ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED),
taken AS (
    DELETE FROM outbox USING next WHERE outbox.id = next.id RETURNING outbox.*)
SELECT topic, record_key, record_headers, record_value FROM taken ORDER BY id
